/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree/trace.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/num.h"

#define ERRNO_MAX 4095 /* the kernel's bound */

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* Bytes that are not plain ASCII stay as they are, except those that would break the line. */
void trace_escape(struct lw_str *out, const char *text, size_t len)
{
	size_t i = 0;

	/* What would be read as a failure must be read as the value it is. */
	if (len && trace_failure(text, len)) {
		lw_str_addf(out, "\\x%02x", (unsigned char)text[0]);
		i = 1;
	}
	for (; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '\n')
			lw_str_add(out, "\\n");
		else if (c == '\t')
			lw_str_add(out, "\\t");
		else if (c == '\\')
			lw_str_add(out, "\\\\");
		else if (c < 0x20 || c >= 0x7f)
			lw_str_addf(out, "\\x%02x", c);
		else
			lw_str_add_char(out, (char)c);
	}
}

/* Length of the escape at @text and the byte it means; 0 if it is none. */
static size_t one_escape(const char *text, size_t len, char *ret)
{
	if (len < 2)
		return 0;
	if (text[1] == 'n' || text[1] == 't' || text[1] == '\\') {
		*ret = text[1] == 'n' ? '\n' : text[1] == 't' ? '\t' : '\\';
		return 2;
	}
	if (text[1] != 'x' || len < 4 || hex_digit(text[2]) < 0 || hex_digit(text[3]) < 0)
		return 0;
	*ret = (char)(hex_digit(text[2]) << 4 | hex_digit(text[3]));
	return 4;
}

size_t trace_unescape(struct lw_str *out, const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		const char *slash = memchr(text + at, '\\', len - at);
		size_t plain = slash ? (size_t)(slash - text) - at : len - at;
		size_t n;
		char c;

		if (out)
			lw_str_add_bytes(out, text + at, plain);
		at += plain;
		if (!slash)
			break;
		n = one_escape(slash, len - at, &c);
		if (!n)
			return at + 1;
		if (out)
			lw_str_add_char(out, c);
		at += n;
	}
	return 0;
}

void trace_add_errno(struct lw_str *out, int err)
{
	const char *name = strerrorname_np(-err);

	if (name)
		lw_str_add(out, name);
	else
		lw_str_addf(out, "%d", -err);
}

/* -EIO for "EIO" (or "5"); 0 when it is no errno. */
static int errno_of(const char *name, size_t len)
{
	uint64_t number;

	if (lw_parse_u64(name, len, LW_NUM_DEC, &number))
		return number > 0 && number <= ERRNO_MAX ? -(int)number : 0;
	for (int err = 1; err < 256; err++) {
		const char *known = strerrorname_np(err);

		if (known && strlen(known) == len && !memcmp(known, name, len))
			return -err;
	}
	return 0;
}

static bool is(const char *content, size_t len, const char *mark)
{
	return len == strlen(mark) && !memcmp(content, mark, len);
}

int trace_failure(const char *content, size_t len)
{
	size_t head = strlen(TRACE_ERR_HEAD);
	int err;

	if (is(content, len, TRACE_WRITE_ONLY) || is(content, len, TRACE_WRITE_ONLY_SHORT))
		return -EACCES;
	if (len <= head || memcmp(content, TRACE_ERR_HEAD, head) || content[len - 1] != '>')
		return 0;
	err = errno_of(content + head, len - head - 1);
	return err ? err : 1;
}
