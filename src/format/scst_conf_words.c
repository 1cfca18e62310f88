/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keywords are data: a kind's `word` column says what declares it, `parents` where that may be. Nearly always keyword and
 * parent decide the kind; where the name counts, too (a handler's), the schema is asked.
 */
#include "format/scst_conf_internal.h"

#include <string.h>
#include <strings.h>

#define ASK_SCHEMA (-2) /* in words->child: the name decides */

static int16_t only_child(const struct lw_schema *schema, unsigned parent, uint64_t kinds)
{
	int16_t found = CONF_NO_KIND;

	for (unsigned k = 0; k < schema->nkind; k++) {
		if (!lw_kind_in(kinds, k) || !lw_kind_in(schema->kinds[k].parents, parent))
			continue;
		if (found != CONF_NO_KIND || schema->kinds[k].only)
			return ASK_SCHEMA;
		found = (int16_t)k;
	}
	return found;
}

/* Whether a name, or what it refers to, is a device. */
static bool names_device(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	if (kind->word && !strcmp(kind->word, "DEVICE"))
		return true;
	for (unsigned k = 0; k < schema->nkind; k++)
		if (lw_kind_in(kind->ref_kinds, k) && schema->kinds[k].word &&
		    !strcmp(schema->kinds[k].word, "DEVICE"))
			return true;
	return false;
}

void lw_conf_words_init(struct conf_words *words, const struct lw_schema *schema)
{
	memset(words, 0, sizeof(*words));
	words->schema = schema;
	for (unsigned k = 0; k < schema->nkind; k++) {
		const struct lw_kind_spec *kind = &schema->kinds[k];
		unsigned i = 0;

		if (!kind->word)
			continue;
		while (i < words->count && strcmp(words->keywords[i].text, kind->word) != 0)
			i++;
		if (i == CONF_KEYWORDS_MAX)
			continue;
		if (i == words->count)
			words->keywords[words->count++] = (struct conf_keyword){
				.text = kind->word,
				.len = strlen(kind->word),
			};
		words->keywords[i].kinds |= LW_KIND(k);
		words->keywords[i].parents |= kind->parents;
	}
	for (unsigned k = 0; k < schema->nkind; k++) {
		if (names_device(schema, lw_kind(schema, k)))
			words->naming_device |= LW_KIND(k);
		for (unsigned i = 0; i < words->count; i++)
			words->child[k][i] = only_child(schema, k, words->keywords[i].kinds);
	}
}

int lw_conf_keyword(const struct conf_words *words, const char *text, size_t len)
{
	for (unsigned i = 0; i < words->count; i++) {
		const struct conf_keyword *word = &words->keywords[i];

		if (word->len == len && !memcmp(word->text, text, len))
			return (int)i;
	}
	return -1;
}

bool lw_conf_keyword_any_case(const struct conf_words *words, const char *text, size_t len)
{
	for (unsigned i = 0; i < words->count; i++) {
		const struct conf_keyword *word = &words->keywords[i];

		if (word->len == len && !strncasecmp(word->text, text, len))
			return true;
	}
	return false;
}

bool lw_conf_is_capitals(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((text[i] < 'A' || text[i] > 'Z') && text[i] != '_')
			return false;
	return len > 1;
}

bool lw_conf_may_hold(const struct conf_words *words, unsigned parent, int keyword)
{
	return words->child[parent][keyword] != CONF_NO_KIND;
}

int lw_conf_child_kind(const struct conf_words *words, unsigned parent, int keyword,
		       const char *name, size_t len)
{
	int kind = words->child[parent][keyword];

	if (kind == ASK_SCHEMA)
		kind = lw_schema_child_kind(words->schema, parent, words->keywords[keyword].text,
					    name, len);
	return kind;
}

/* ---- what was probably meant */

#define NEAR_MAX 24 /* no keyword is longer */

static unsigned least(unsigned a, unsigned b, unsigned c)
{
	a = a < b ? a : b;
	return a < c ? a : c;
}

/* Of ASCII only, whatever the locale. */
static char upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Letters to change, add or drop; case costs nothing. */
static unsigned distance(const char *word, const char *text, size_t len)
{
	size_t wlen = strlen(word);
	unsigned row[NEAR_MAX + 1];

	for (size_t i = 0; i <= wlen; i++)
		row[i] = (unsigned)i;
	for (size_t j = 1; j <= len; j++) {
		unsigned diagonal = row[0];

		row[0] = (unsigned)j;
		for (size_t i = 1; i <= wlen; i++) {
			bool same = upper(word[i - 1]) == upper(text[j - 1]);
			unsigned here = least(diagonal + !same, row[i] + 1, row[i - 1] + 1);

			diagonal = row[i];
			row[i] = here;
		}
	}
	return row[wlen];
}

int lw_conf_keyword_near(const struct conf_words *words, unsigned parent, const char *text,
			 size_t len)
{
	unsigned best =
		6; /* twice the distance, plus one where it may not stand: at most two letters off */
	int found = -1;

	if (len > NEAR_MAX)
		return -1;
	for (unsigned i = 0; i < words->count; i++) {
		const char *word = words->keywords[i].text;
		unsigned d;

		if (strlen(word) > NEAR_MAX)
			continue;
		d = distance(word, text, len);
		if (d > 2 || d >= strlen(word) - 1)
			continue;
		d = 2 * d + !lw_conf_may_hold(words, parent, (int)i);
		if (d < best) {
			best = d;
			found = (int)i;
		}
	}
	return found;
}

void lw_conf_holders(const struct conf_words *words, uint64_t kinds, struct lw_str *out)
{
	const char *names[CONF_KEYWORDS_MAX];
	unsigned count = 0;

	for (unsigned i = 0; i < words->count; i++)
		if (words->keywords[i].kinds & kinds)
			names[count++] = words->keywords[i].text;
	if (lw_kind_in(kinds, LW_KIND_ROOT))
		lw_str_addf(out, "at the top level%s", count ? " or " : "");
	for (unsigned i = 0; i < count; i++)
		lw_str_addf(out, "%s%s", i == 0 ? "in " : i + 1 == count ? " or " : ", ", names[i]);
}

unsigned lw_conf_kind_words(const struct lw_kind_spec *kind)
{
	if (kind->flags & LW_K_SINGLETON)
		return 0;
	return kind->ref_kinds && !(kind->flags & LW_K_REF_IS_NAME) ? 2 : 1;
}

int lw_conf_attr_find(struct conf_words *words, unsigned kind, const char *name, size_t len)
{
	const struct lw_kind_spec *spec = lw_kind(words->schema, kind);
	struct conf_recent *recent;
	int attr;

	if (!len)
		return -1;
	recent = &words->recent[(kind + len * 8 + (unsigned char)name[len / 2]) % CONF_RECENT];
	if (recent->kind == kind && recent->attr < spec->nattr &&
	    !strncmp(spec->attrs[recent->attr].name, name, len) &&
	    !spec->attrs[recent->attr].name[len])
		return recent->attr;
	attr = lw_kind_attr(spec, name, len);
	if (attr >= 0)
		*recent = (struct conf_recent){ (uint16_t)attr, (uint8_t)kind };
	return attr;
}

int lw_conf_instance_of(const struct lw_kind_spec *kind, const char *name, size_t len)
{
	size_t base = len;
	int attr;

	while (base && name[base - 1] >= '0' && name[base - 1] <= '9')
		base--;
	if (!base || base == len)
		return -1;
	attr = lw_kind_attr(kind, name, base);
	return attr >= 0 && (kind->attrs[attr].flags & LW_A_MULTI) ? attr : -1;
}
