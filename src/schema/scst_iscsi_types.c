/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values that the iSCSI daemon parses. It splits users at blanks and '=' and drops what is left over, so that "pass=word" is
 * kept as "pass": such values are refused instead of being cut.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "base/ascii.h"
#include "schema/scst_types.h"
#include "schema/words.h"

#define SECRET_MIN 12
#define VALUE_MAX 512

/* Replaces ":default:" by the fresh value; false when nobody knows that. */
static bool resolve_default(const struct lw_attr_spec *spec, const char **text, size_t *len)
{
	struct lw_word word = { *text, *len };

	if (!lw_word_is(word, ":default:"))
		return true;
	if (!spec->fresh)
		return false;
	*text = spec->fresh;
	*len = strlen(spec->fresh);
	return true;
}

static int canon_yesno(const struct lw_attr_spec *spec, const char *text, size_t len,
		       struct lw_str *out, struct lw_error *why)
{
	if (!resolve_default(spec, &text, &len))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "Yes or No: what the default is depends on loaded modules");
	return lw_type_yesno.canon(spec, text, len, out, why);
}

static int canon_number(const struct lw_attr_spec *spec, const char *text, size_t len,
			struct lw_str *out, struct lw_error *why)
{
	if (!resolve_default(spec, &text, &len))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "a number: the default is not known here");
	return lw_type_uint.canon(spec, text, len, out, why);
}

static int canon_digests(const struct lw_attr_spec *spec, const char *text, size_t len,
			 struct lw_str *out, struct lw_error *why)
{
	struct lw_word word[3];
	bool none = false, crc = false, other = false;
	unsigned n;

	(void)resolve_default(spec, &text, &len);
	n = lw_words_split(text, len, ", \t", word, 3);
	for (unsigned i = 0; i < n && i < 3; i++) {
		if (lw_word_is(word[i], "None"))
			none = true;
		else if (lw_word_is(word[i], "CRC32C"))
			crc = true;
		else
			other = true;
	}
	if (n < 1 || n > 2 || other)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "None, CRC32C, or both with a comma between");
	lw_str_add(out, none ? (crc ? "None,CRC32C" : "None") : "CRC32C");
	return 0;
}

static int canon_user(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	struct lw_word word[2];

	(void)spec;
	if (len > VALUE_MAX)
		return lw_error_set(why, -EINVAL, LW_CODE_LIMIT, "at most %d bytes", VALUE_MAX);
	if (lw_words_split(text, len, " \t", word, 2) != 2)
		return lw_error_set(
			why, -EINVAL, LW_CODE_INVALID,
			"a user name and a secret, two words: the kernel drops what follows");
	if (lw_word_has(word[0], "=") || lw_word_has(word[1], "="))
		return lw_error_set(
			why, -EINVAL, LW_CODE_UNSUPPORTED,
			"a user name and a secret without =: the kernel cuts the secret there");
	if (word[1].len < SECRET_MIN)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "a user name and a secret of at least %d bytes", SECRET_MIN);
	lw_str_add_bytes(out, word[0].text, word[0].len);
	lw_str_add_char(out, ' ');
	lw_str_add_bytes(out, word[1].text, word[1].len);
	return 0;
}

/* The daemon matches patterns whatever their case. */
static int canon_portal(const struct lw_attr_spec *spec, const char *text, size_t len,
			struct lw_str *out, struct lw_error *why)
{
	struct lw_word word = lw_word_trim(text, len);

	(void)spec;
	if (!word.len || word.len > VALUE_MAX || lw_word_has(word, "=;") || lw_word_is(word, "!"))
		return lw_error_set(
			why, -EINVAL, LW_CODE_INVALID,
			"one IP address or a pattern with * and ?, a ! in front to exclude it");
	for (size_t i = 0; i < word.len; i++)
		lw_str_add_char(out, lw_lower(word.text[i]));
	return 0;
}

static int by_text(const void *left, const void *right)
{
	const struct lw_word *a = left, *b = right;
	int order = memcmp(a->text, b->text, a->len < b->len ? a->len : b->len);

	return order ? order : (a->len > b->len) - (a->len < b->len);
}

/* Nobody asks in which order they stand. */
static int canon_addresses(const struct lw_attr_spec *spec, const char *text, size_t len,
			   struct lw_str *out, struct lw_error *why)
{
	struct lw_word word[32];
	unsigned n = lw_words_split(text, len, " \t", word, 32);

	(void)spec;
	if (n > 32 || len > VALUE_MAX)
		return lw_error_set(why, -EINVAL, LW_CODE_LIMIT, "at most 32 addresses in %d bytes",
				    VALUE_MAX);
	for (unsigned i = 0; i < n; i++) {
		if (lw_word_has(word[i], "=;"))
			return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
					    "IP addresses with blanks between");
	}
	qsort(word, n, sizeof(*word), by_text);
	for (unsigned i = 0; i < n; i++) {
		if (i && !by_text(&word[i - 1], &word[i]))
			continue;
		if (i)
			lw_str_add_char(out, ' ');
		lw_str_add_bytes(out, word[i].text, word[i].len);
	}
	return 0;
}

static int canon_isns(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	struct lw_word word[3];
	unsigned n = lw_words_split(text, len, " \t", word, 3);

	(void)spec;
	if (!n)
		return 0;
	if (n > 3 || len > VALUE_MAX || lw_word_has(word[0], "=;") ||
	    (n > 1 && !lw_word_is(word[1], "AccessControl")) ||
	    (n > 2 && !lw_word_is(word[2], "No")))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "host [AccessControl [No]]; empty for none");
	lw_str_add_bytes(out, word[0].text, word[0].len);
	if (n == 2)
		lw_str_add(out, " AccessControl");
	return 0;
}

/* "192.0.2.1", "192.0.2.1:3260", "[2001:db8::1]:3260", "host.example:3260" */
static bool address_port(struct lw_word word)
{
	const char *colon = memchr(word.text, ':', word.len);
	const char *close = memchr(word.text, ']', word.len);
	uint64_t port;
	size_t at;

	if (lw_word_has(word, "=;,"))
		return false;
	if (word.text[0] == '[') {
		if (!close || close == word.text + 1)
			return false;
		at = (size_t)(close - word.text) + 1;
		if (at == word.len)
			return true;
		if (word.text[at] != ':')
			return false;
	} else {
		if (!colon)
			return true;
		at = (size_t)(colon - word.text);
		if (!at)
			return false;
	}
	return lw_parse_u64(word.text + at + 1, word.len - at - 1, LW_NUM_DEC, &port) && port > 0 &&
	       port < 65536;
}

/* Without the port that is meant when none is given. */
static struct lw_word shortest_address(struct lw_word word)
{
	static const char usual[] = ":3260";
	size_t len = strlen(usual);

	if (word.len > len && !memcmp(word.text + word.len - len, usual, len))
		word.len -= len;
	return word;
}

static int canon_redirect(const struct lw_attr_spec *spec, const char *text, size_t len,
			  struct lw_str *out, struct lw_error *why)
{
	struct lw_word word[2];
	unsigned n = lw_words_split(text, len, " \t", word, 2);

	(void)spec;
	if (!n)
		return 0;
	if (n != 2 || len > VALUE_MAX || !address_port(word[0]) ||
	    (!lw_word_is(word[1], "temp") && !lw_word_is(word[1], "perm")))
		return lw_error_set(
			why, -EINVAL, LW_CODE_INVALID,
			"address[:port] (IPv6 in brackets), then temp or perm; empty for none");
	word[0] = shortest_address(word[0]);
	lw_str_add_bytes(out, word[0].text, word[0].len);
	lw_str_add_char(out, ' ');
	lw_str_add_bytes(out, word[1].text, word[1].len);
	return 0;
}

const struct lw_type lw_scst_yesno = { "Yes or No", canon_yesno };
const struct lw_type lw_scst_number = { "number", canon_number };
const struct lw_type lw_scst_digests = { "digests", canon_digests };
const struct lw_type lw_scst_user = { "user and secret", canon_user };
const struct lw_type lw_scst_portal = { "portal pattern", canon_portal };
const struct lw_type lw_scst_addresses = { "addresses", canon_addresses };
const struct lw_type lw_scst_isns = { "iSNS server", canon_isns };
const struct lw_type lw_scst_redirect = { "redirect", canon_redirect };
