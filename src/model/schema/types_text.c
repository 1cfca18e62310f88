/* SPDX-License-Identifier: Apache-2.0 */
/* Texts: names, words, paths, identifiers in hexadecimal. */
#include <errno.h>
#include <string.h>

#include "model/schema/type.h"

#include "base/ascii.h"

int lw_value_canon(const struct lw_attr_spec *spec, const char *text, size_t len,
		   struct lw_str *out, struct lw_error *why)
{
	if (spec && spec->type)
		return spec->type->canon(spec, text, len, out, why);
	lw_str_add_bytes(out, text, len);
	return 0;
}

static bool is_too_long(const struct lw_attr_spec *spec, size_t len)
{
	return spec->max_len && len > spec->max_len;
}

static bool is_control(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7f;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Whether @text holds a control byte or one of @refused. */
static bool has_bad_byte(const char *text, size_t len, const char *refused)
{
	for (size_t i = 0; i < len; i++)
		if (is_control(text[i]))
			return true;
	for (; *refused; refused++)
		if (memchr(text, *refused, len))
			return true;
	return false;
}

/* Blanks are kept: a language that pads or lets people pad has left them away by now, or means them. */
static int canon_text(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	while (len && text[len - 1] == '\n')
		len--;
	if (is_too_long(spec, len))
		return lw_error_set(why, -EINVAL, LW_CODE_LIMIT, "text of at most %u bytes",
				    spec->max_len);
	lw_str_add_bytes(out, text, len);
	return 0;
}

static int canon_stripped(const struct lw_attr_spec *spec, const char *text, size_t len,
			  struct lw_str *out, struct lw_error *why)
{
	while (len && is_blank(text[len - 1]))
		len--;
	while (len && is_blank(*text)) {
		text++;
		len--;
	}
	return canon_text(spec, text, len, out, why);
}

/* "one of a, b, c" */
static int refuse_word(const struct lw_attr_spec *spec, struct lw_error *why)
{
	LW_AUTO_STR struct lw_str list = LW_STR_INIT;

	for (const char *const *word = spec->words; word && *word; word++) {
		if (list.len)
			lw_str_add(&list, ", ");
		lw_str_add(&list, **word ? *word : "nothing");
	}
	return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "one of %s", lw_str_text(&list));
}

static int canon_word(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	for (const char *const *word = spec->words; word && *word; word++) {
		if (!strncmp(*word, text, len) && !(*word)[len]) {
			lw_str_add(out, *word);
			return 0;
		}
	}
	return refuse_word(spec, why);
}

static int canon_iword(const struct lw_attr_spec *spec, const char *text, size_t len,
		       struct lw_str *out, struct lw_error *why)
{
	for (const char *const *word = spec->words; word && *word; word++) {
		if (lw_is_word(text, len, *word)) {
			lw_str_add(out, *word);
			return 0;
		}
	}
	return refuse_word(spec, why);
}

static int canon_yesno(const struct lw_attr_spec *spec, const char *text, size_t len,
		       struct lw_str *out, struct lw_error *why)
{
	(void)spec;
	if ((len != 3 || memcmp(text, "Yes", 3) != 0) && (len != 2 || memcmp(text, "No", 2) != 0))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "Yes or No");
	lw_str_add_bytes(out, text, len);
	return 0;
}

static int refuse_path(const struct lw_attr_spec *spec, struct lw_error *why)
{
	if (spec->max_len)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "an absolute path of at most %u bytes without control bytes",
				    spec->max_len);
	return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
			    "an absolute path without blank, '=', ';' or control byte");
}

static int canon_path(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	size_t start = out->len, from = 0;

	if (!len || *text != '/' || has_bad_byte(text, len, spec->max_len ? "" : " =;"))
		return refuse_path(spec, why);
	for (size_t i = 1; i < len; i++) {
		if (text[i] != '/' || text[i - 1] != '/')
			continue;
		lw_str_add_bytes(out, text + from, i - from);
		from = i + 1;
	}
	lw_str_add_bytes(out, text + from, len - from);
	if (is_too_long(spec, out->len - start))
		return refuse_path(spec, why);
	return 0;
}

const struct lw_type lw_type_text = { "text", canon_text };
const struct lw_type lw_type_stripped = { "text", canon_stripped };
const struct lw_type lw_type_word = { "word", canon_word };
const struct lw_type lw_type_iword = { "iword", canon_iword };
const struct lw_type lw_type_yesno = { "yesno", canon_yesno };
const struct lw_type lw_type_path = { "path", canon_path };
