/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "base/ascii.h"
#include "base/num.h"
#include "schema/scst_types.h"
#include "schema/words.h"

static int canon_blocksize(const struct lw_attr_spec *spec, const char *text, size_t len,
			   struct lw_str *out, struct lw_error *why)
{
	uint64_t size;

	(void)spec;
	if (!lw_parse_u64(text, len, LW_NUM_DEC | LW_NUM_HEX, &size) || size < 512 ||
	    size > INT32_MAX || (size & (size - 1)))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "a power of two, at least 512");
	lw_str_add_u64(out, size);
	return 0;
}

static int canon_medium(const struct lw_attr_spec *spec, const char *text, size_t len,
			struct lw_str *out, struct lw_error *why)
{
	struct lw_word word = lw_word_trim(text, len);

	if (!word.len || lw_word_is(word, "none"))
		return 0;
	return lw_type_path.canon(spec, word.text, word.len, out, why);
}

static int canon_pr_file(const struct lw_attr_spec *spec, const char *text, size_t len,
			 struct lw_str *out, struct lw_error *why)
{
	return len ? lw_type_path.canon(spec, text, len, out, why) : 0;
}

static const char *const dif_modes[] = { "tgt", "scst", "dev_check", "dev_store" };

static unsigned dif_mode_bit(struct lw_word word)
{
	for (unsigned i = 0; i < LW_ARRAY_LEN(dif_modes); i++)
		if (lw_word_is_icase(word, dif_modes[i]))
			return 1U << i;
	return 0;
}

/* A set of words, in the order in which the kernel shows them. */
static int canon_dif_mode(const struct lw_attr_spec *spec, const char *text, size_t len,
			  struct lw_str *out, struct lw_error *why)
{
	struct lw_word word[8];
	unsigned count = lw_words_split(text, len, "| \t", word, LW_ARRAY_LEN(word)), set = 0;
	bool good = count && count <= LW_ARRAY_LEN(word);

	(void)spec;
	for (unsigned i = 0; good && i < count; i++) {
		set |= dif_mode_bit(word[i]);
		good = dif_mode_bit(word[i]);
	}
	if (!good)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "tgt, scst, dev_check or dev_store, several with | between");
	for (unsigned i = 0; i < LW_ARRAY_LEN(dif_modes); i++) {
		if (!(set >> i & 1))
			continue;
		if (set & ((1U << i) - 1))
			lw_str_add_char(out, '|');
		lw_str_add(out, dif_modes[i]);
	}
	return 0;
}

/*
 * Hex digits with or without 0x are an id when they are as many as one of @lengths (0 ends the list) says. @first: which
 * digits an id of each length may start with, NULL: any. "0" and nothing at all mean none.
 */
static bool canon_id(const char *text, size_t len, const size_t *lengths, const char *const *first,
		     struct lw_str *out)
{
	if (len >= 2 && text[0] == '0' && lw_lower(text[1]) == 'x') {
		text += 2;
		len -= 2;
	}
	if (!len || (len == 1 && *text == '0'))
		return true;
	for (size_t i = 0; i < len; i++)
		if (!lw_is_hex(text[i]))
			return false;
	while (*lengths && *lengths != len) {
		lengths++;
		first++;
	}
	if (!*lengths || (*first && !strchr(*first, *text)))
		return false;
	lw_str_add(out, "0x");
	for (size_t i = 0; i < len; i++)
		lw_str_add_char(out, lw_lower(text[i]));
	return true;
}

static int canon_naa_id(const struct lw_attr_spec *spec, const char *text, size_t len,
			struct lw_str *out, struct lw_error *why)
{
	static const size_t lengths[] = { 16, 32, 0 };
	static const char *const first[] = { "235", "6", NULL };

	(void)spec;
	if (canon_id(text, len, lengths, first, out))
		return 0;
	return lw_error_set(
		why, -EINVAL, LW_CODE_INVALID,
		"16 hex digits starting with 2, 3 or 5, or 32 starting with 6; empty for none");
}

static int canon_eui64_id(const struct lw_attr_spec *spec, const char *text, size_t len,
			  struct lw_str *out, struct lw_error *why)
{
	static const size_t lengths[] = { 16, 24, 32, 0 };
	static const char *const first[] = { NULL, NULL, NULL, NULL };

	(void)spec;
	if (canon_id(text, len, lengths, first, out))
		return 0;
	return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
			    "16, 24 or 32 hex digits; empty for none");
}

static int canon_grouping(const struct lw_attr_spec *spec, const char *text, size_t len,
			  struct lw_str *out, struct lw_error *why)
{
	struct lw_word word = { text, len };
	uint64_t number;

	(void)spec;
	if (lw_word_is(word, "auto") || lw_word_is(word, "this_group_only") ||
	    lw_word_is(word, "never")) {
		lw_str_add_bytes(out, text, len);
		return 0;
	}
	if (!lw_parse_u64(text, len, LW_NUM_DEC | LW_NUM_HEX, &number) || !number ||
	    number > INT32_MAX)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "auto, this_group_only, never, or a number above 0");
	lw_str_addf(out, "%" PRIu64, number);
	return 0;
}

#define MASK_DIGITS 2048 /* 8192 CPUs */

/* All digits of a mask without commas: each group but the first stands for eight of them. False when it is none. */
static bool mask_digits(const char *text, size_t len, char *digits, size_t *ret_count)
{
	size_t count = 0, group = 0;

	for (size_t i = len; i-- > 0;) {
		if (text[i] == ',') {
			if (!group || group > 8)
				return false;
			for (; group < 8 && count < MASK_DIGITS; group++)
				digits[MASK_DIGITS - ++count] = '0';
			group = 0;
			continue;
		}
		if (!lw_is_hex(text[i]) || count == MASK_DIGITS)
			return false;
		digits[MASK_DIGITS - ++count] = lw_lower(text[i]);
		group++;
	}
	*ret_count = count;
	return group > 0;
}

static int canon_cpu_mask(const struct lw_attr_spec *spec, const char *text, size_t len,
			  struct lw_str *out, struct lw_error *why)
{
	char digits[MASK_DIGITS];
	const char *first;
	size_t count;

	(void)spec;
	if (len > 2 && text[0] == '0' && lw_lower(text[1]) == 'x') {
		text += 2;
		len -= 2;
	}
	if (!mask_digits(text, len, digits, &count))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "a mask of CPUs: hex digits, a comma before each eight");
	first = digits + MASK_DIGITS - count;
	for (; count > 1 && *first == '0'; count--)
		first++;
	for (; count; count--) {
		lw_str_add_char(out, *first++);
		if (count > 1 && count % 8 == 1)
			lw_str_add_char(out, ',');
	}
	return 0;
}

const struct lw_type lw_scst_blocksize = { "block size", canon_blocksize };
const struct lw_type lw_scst_medium = { "medium", canon_medium };
const struct lw_type lw_scst_pr_file = { "reservations file", canon_pr_file };
const struct lw_type lw_scst_dif_mode = { "protection mode", canon_dif_mode };
const struct lw_type lw_scst_naa_id = { "NAA id", canon_naa_id };
const struct lw_type lw_scst_eui64_id = { "EUI-64 id", canon_eui64_id };
const struct lw_type lw_scst_grouping = { "I/O grouping", canon_grouping };
const struct lw_type lw_scst_cpu_mask = { "CPU mask", canon_cpu_mask };
