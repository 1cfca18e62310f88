/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/num.h"
#include "base/ascii.h"
#include "schema/lio_types.h"
#include "schema/words.h"

static int check_name(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_error *why)
{
	struct lw_word word = { text, len };
	size_t max = spec->max_len ? spec->max_len : 255;

	if (!len || lw_word_is(word, ".") || lw_word_is(word, "..") || lw_word_has(word, "/"))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "a name without blank, / or control byte, and not . or ..");
	if (len > max)
		return lw_error_set(why, -EINVAL, LW_CODE_LIMIT, "a name of at most %zu bytes",
				    max);
	return 0;
}

static int canon_name(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	int r = check_name(spec, text, len, why);

	if (!r)
		lw_str_add_bytes(out, text, len);
	return r;
}

static int canon_wwn(const struct lw_attr_spec *spec, const char *text, size_t len,
		     struct lw_str *out, struct lw_error *why)
{
	int r = check_name(spec, text, len, why);

	for (size_t i = 0; !r && i < len; i++)
		lw_str_add_char(out, lw_lower(text[i]));
	return r;
}

/* The kernel looks at one character, two after an o; so 0x1 is no. */
static int canon_bool(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	char first = len ? lw_lower(*text) : 0;
	char second = len > 1 ? lw_lower(text[1]) : 0;

	(void)spec;
	if (first && strchr("1yt", first)) {
		lw_str_add_char(out, '1');
	} else if (first && strchr("0nf", first)) {
		lw_str_add_char(out, '0');
	} else if (first == 'o' && (second == 'n' || second == 'f')) {
		lw_str_add_char(out, second == 'n' ? '1' : '0');
	} else {
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "0 or 1");
	}
	return 0;
}

static int canon_path(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	bool good = len && *text == '/';

	if (spec->max_len && len > spec->max_len)
		return lw_error_set(why, -EINVAL, LW_CODE_LIMIT, "a path of at most %u bytes",
				    spec->max_len);
	for (size_t i = 0; good && i < len; i++)
		good = (unsigned char)text[i] >= ' ' && text[i] != 0x7f;
	if (!good)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "an absolute path without control bytes");
	if (memchr(text, ',', len))
		return lw_error_set(why, -EINVAL, LW_CODE_UNSUPPORTED,
				    "a path without comma: the kernel cuts it there");
	lw_str_add_bytes(out, text, len);
	return 0;
}

static void add_words(struct lw_str *out, const char *const *words)
{
	for (const char *const *word = words; *word; word++) {
		lw_str_add(out, word == words ? "" : ", ");
		lw_str_add(out, *word);
	}
}

static int refuse_words(const char *what, const char *const *words, struct lw_error *why)
{
	LW_AUTO_STR struct lw_str list = LW_STR_INIT;

	add_words(&list, words);
	return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "%s %s", what, lw_str_text(&list));
}

/* Which of several is taken is not ours to say: a list is the set of its words, shown in the order of the table. */
static int canon_list(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	struct lw_word word[8];
	unsigned n = lw_words_split(text, len, ", \t", word, 8), known = 0;
	bool first = true;

	for (const char *const *legal = spec->words; n <= 8 && *legal; legal++) {
		unsigned before = known;

		for (unsigned i = 0; i < n; i++)
			known += lw_word_is(word[i], *legal);
		if (known == before)
			continue;
		lw_str_add(out, first ? "" : ",");
		lw_str_add(out, *legal);
		first = false;
	}
	if (!n || known != n)
		return refuse_words("with commas between, some of", spec->words, why);
	return 0;
}

static int canon_index(const struct lw_attr_spec *spec, const char *text, size_t len,
		       struct lw_str *out, struct lw_error *why)
{
	struct lw_word word = { text, len };
	uint64_t count = 0, number = UINT64_MAX;

	for (; spec->words[count]; count++)
		if (lw_word_is(word, spec->words[count]))
			number = count;
	if (number == UINT64_MAX && !lw_parse_u64(text, len, LW_NUM_DEC, &number))
		number = UINT64_MAX;
	if (number >= count)
		return refuse_words("one of, or its number from 0:", spec->words, why);
	lw_str_addf(out, "%u", (unsigned)number);
	return 0;
}

#define PAGE_BYTES 4096

/*
 * A ramdisk has whole pages, one at least: the nearest number of them, and of two as near the even one, as the tools have
 * always rounded. Anything else would make again, empty, what they made.
 */
static int canon_pages(const struct lw_attr_spec *spec, const char *text, size_t len,
		       struct lw_str *out, struct lw_error *why)
{
	LW_AUTO_STR struct lw_str size = LW_STR_INIT;
	int r = lw_type_size.canon(spec, text, len, &size, why);
	uint64_t bytes = 0, pages, rest;

	if (r < 0)
		return r;
	out->bad |= lw_str_bad(&size);
	(void)lw_parse_u64(lw_str_text(&size), size.len, LW_NUM_DEC, &bytes);
	pages = bytes / PAGE_BYTES;
	rest = bytes % PAGE_BYTES;
	if (pages < UINT64_MAX / PAGE_BYTES &&
	    (rest > PAGE_BYTES / 2 || (rest == PAGE_BYTES / 2 && pages & 1)))
		pages++;
	lw_str_addf(out, "%" PRIu64, (pages ? pages : 1) * PAGE_BYTES);
	return 0;
}

/* 0 switches it off; else the range of the row. */
static int canon_off_or(const struct lw_attr_spec *spec, const char *text, size_t len,
			struct lw_str *out, struct lw_error *why)
{
	uint64_t value;

	if (lw_parse_u64(text, len, LW_NUM_DEC | LW_NUM_HEX, &value) && !value) {
		lw_str_add_char(out, '0');
		return 0;
	}
	if (!lw_type_uint.canon(spec, text, len, out, NULL))
		return 0;
	return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
			    "0, or a number from %" PRId64 " to %" PRId64, spec->min, spec->max);
}

/* The kernel takes NULL for nothing and shows it afterwards: its readers have to read that as empty. */
static int canon_auth(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	struct lw_word word = lw_word_trim(text, len);

	if (word.len > spec->max_len)
		return lw_error_set(why, -EINVAL, LW_CODE_LIMIT,
				    "at most %u bytes: the kernel cuts what is longer",
				    spec->max_len);
	if (memchr(text, '\n', len))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "one line");
	if (lw_word_is(word, "NULL"))
		return lw_error_set(why, -EINVAL, LW_CODE_UNSUPPORTED,
				    "a text, or nothing for none: the kernel takes NULL for none");
	lw_str_add_bytes(out, word.text, word.len);
	return 0;
}

const struct lw_type lw_lio_name = { "name", canon_name };
const struct lw_type lw_lio_wwn = { "WWN", canon_wwn };
const struct lw_type lw_lio_bool = { "boolean", canon_bool };
const struct lw_type lw_lio_path = { "path", canon_path };
const struct lw_type lw_lio_list = { "list", canon_list };
const struct lw_type lw_lio_index = { "word or number", canon_index };
const struct lw_type lw_lio_pages = { "size in pages", canon_pages };
const struct lw_type lw_lio_off_or = { "0 or uint", canon_off_or };
const struct lw_type lw_lio_auth = { "text but NULL", canon_auth };
