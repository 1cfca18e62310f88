/* SPDX-License-Identifier: Apache-2.0 */
#include "base/utf8.h"

#include <string.h>

static bool is_tail(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/*
 * The second byte is where overlong forms (E0 80.., F0 80..), surrogates (ED A0..) and numbers beyond U+10FFFF (F4 90..)
 * show themselves; later bytes are plain tails.
 */
static bool second_fits(unsigned char first, unsigned char second)
{
	switch (first) {
	case 0xe0:
		return second >= 0xa0 && second <= 0xbf;
	case 0xed:
		return second >= 0x80 && second <= 0x9f;
	case 0xf0:
		return second >= 0x90 && second <= 0xbf;
	case 0xf4:
		return second >= 0x80 && second <= 0x8f;
	default:
		return is_tail(second);
	}
}

static size_t length_by_first(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first < 0xc2)
		return 0;
	if (first < 0xe0)
		return 2;
	if (first < 0xf0)
		return 3;
	return first < 0xf5 ? 4 : 0;
}

size_t lw_utf8_sequence(const char *text, size_t len)
{
	const unsigned char *p = (const unsigned char *)text;
	size_t n;

	if (!len)
		return 0;
	n = length_by_first(p[0]);
	if (n > len)
		return 0;
	if (n >= 2 && !second_fits(p[0], p[1]))
		return 0;
	for (size_t i = 2; i < n; i++) {
		if (!is_tail(p[i]))
			return 0;
	}
	return n;
}

bool lw_utf8_valid(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		uint64_t eight;
		size_t n;

		/* Names are nearly always ASCII: eight bytes a step while no top bit is set. */
		if (len - at >= sizeof(eight)) {
			memcpy(&eight, text + at, sizeof(eight));
			if (!(eight & UINT64_C(0x8080808080808080))) {
				at += sizeof(eight);
				continue;
			}
		}
		n = lw_utf8_sequence(text + at, len - at);
		if (!n)
			return false;
		at += n;
	}
	return true;
}

size_t lw_utf8_cut(const char *text, size_t len, size_t max)
{
	if (len <= max)
		return len;

	/* A sequence that the cut would split starts at most three bytes before it. */
	for (size_t back = 1; back <= 3 && back <= max; back++) {
		size_t n = lw_utf8_sequence(text + max - back, len - max + back);

		if (n)
			return n > back ? max - back : max;
	}
	return max;
}

size_t lw_utf8_encode(uint32_t code, char ret[4])
{
	if (code < 0x80) {
		ret[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		ret[0] = (char)(0xc0 | code >> 6);
		ret[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	if (code < 0x10000) {
		ret[0] = (char)(0xe0 | code >> 12);
		ret[1] = (char)(0x80 | (code >> 6 & 0x3f));
		ret[2] = (char)(0x80 | (code & 0x3f));
		return 3;
	}
	ret[0] = (char)(0xf0 | code >> 18);
	ret[1] = (char)(0x80 | (code >> 12 & 0x3f));
	ret[2] = (char)(0x80 | (code >> 6 & 0x3f));
	ret[3] = (char)(0x80 | (code & 0x3f));
	return 4;
}
