/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"

/* The value of a digit in any of our bases; 16 or more for what is none. */
static unsigned digit(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	if (c >= 'a' && c <= 'f')
		return (unsigned)(c - 'a') + 10;
	if (c >= 'A' && c <= 'F')
		return (unsigned)(c - 'A') + 10;
	return 16;
}

static bool parse_digits(const char *text, size_t len, unsigned base, uint64_t *ret)
{
	uint64_t value = 0;

	if (!len)
		return false;
	for (size_t i = 0; i < len; i++) {
		unsigned d = digit(text[i]);

		if (d >= base)
			return false;
		if (__builtin_mul_overflow(value, (uint64_t)base, &value) ||
		    __builtin_add_overflow(value, (uint64_t)d, &value))
			return false;
	}
	*ret = value;
	return true;
}

bool lw_parse_u64(const char *text, size_t len, unsigned base_flags, uint64_t *ret)
{
	if (len > 1 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
		return (base_flags & LW_NUM_HEX) && parse_digits(text + 2, len - 2, 16, ret);
	if (len && text[0] == '0' && (base_flags & LW_NUM_OCT))
		return parse_digits(text, len, 8, ret);
	return (base_flags & LW_NUM_DEC) && parse_digits(text, len, 10, ret);
}

bool lw_parse_i64(const char *text, size_t len, unsigned base_flags, int64_t *ret)
{
	bool negative = len && text[0] == '-';
	uint64_t most = negative ? (uint64_t)INT64_MAX + 1 : INT64_MAX;
	uint64_t value;

	if (!lw_parse_u64(text + negative, len - negative, base_flags, &value) || value > most)
		return false;
	/* Unsigned negation wraps as two's complement does: right for INT64_MIN too. */
	*ret = (int64_t)(negative ? -value : value);
	return true;
}
