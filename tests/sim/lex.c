/* SPDX-License-Identifier: Apache-2.0 */
/* How SCST and the kernel read text. Not the product's parser: this one must have the kernel's oddities. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/num.h"
#include "internal.h"

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_gap(char c)
{
	return is_blank(c) || c == '=';
}

char *sim_lexem(char **at)
{
	char *word = *at, *end;

	while (is_gap(*word))
		word++;
	for (end = word; *end && !is_gap(*end); end++)
		;
	if (*end)
		*end++ = '\0';
	*at = end;
	return word;
}

char *sim_token(char **at)
{
	char *token = *at;
	size_t len = strcspn(token, "\n;");

	if (!len)
		return NULL;
	*at = token + len + (token[len] ? 1 : 0);
	token[len] = '\0';
	return token;
}

int sim_param(char **params, char **ret_name, char **ret_value)
{
	char *token = sim_token(params);

	if (!token)
		return 0;
	*ret_name = sim_lexem(&token);
	*ret_value = sim_lexem(&token);
	if (!**ret_name || !**ret_value || *sim_lexem(&token))
		return -EINVAL;
	return 1;
}

int sim_unsigned(const char *text, uint64_t *ret)
{
	size_t len = strlen(text);
	uint64_t value;

	if (*text == '+') {
		text++;
		len--;
	}
	if (len && text[len - 1] == '\n')
		len--;
	if (lw_parse_u64(text, len, LW_NUM_DEC | LW_NUM_HEX | LW_NUM_OCT, &value)) {
		*ret = value;
		return 0;
	}
	if (len > 2 && text[0] == '0' && lw_lower(text[1]) == 'x')
		return strspn(text + 2, "0123456789abcdefABCDEF") == len - 2 ? -ERANGE : -EINVAL;
	return len && strspn(text, text[0] == '0' ? "01234567" : "0123456789") == len ? -ERANGE
										      : -EINVAL;
}

int sim_number(const char *text, int64_t *ret)
{
	uint64_t value;
	bool minus = *text == '-';
	int err = sim_unsigned(text + minus, &value);

	if (err || (minus && text[1] == '+'))
		return err ? err : -EINVAL;
	if (value > (uint64_t)INT64_MAX + minus)
		return -ERANGE;
	*ret = minus ? (int64_t)-value : (int64_t)value;
	return 0;
}

bool sim_same_word(const char *a, const char *b)
{
	return lw_is_word(a, strlen(a), b);
}

void sim_chop(char *text)
{
	text[strcspn(text, "\n")] = '\0';
}

static bool wild(const char *pattern, const char *name)
{
	const char *star = NULL, *mark = NULL;

	while (*name) {
		if (*pattern == '*') {
			star = pattern++;
			mark = name;
		} else if (*pattern == '?' || lw_lower(*pattern) == lw_lower(*name)) {
			pattern++;
			name++;
		} else if (star) {
			pattern = star + 1;
			name = ++mark;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return !*pattern;
}

bool sim_matches(const char *pattern, const char *name)
{
	return *pattern == '!' ? !wild(pattern + 1, name) : wild(pattern, name);
}

#define SIM_ERRNO_MAX 133

const char *sim_errno_name(int err)
{
	const char *name = strerrorname_np(-err);

	return name ? name : "E?";
}

int sim_errno(const char *name)
{
	int64_t number;

	if (!sim_number(name, &number))
		return number > 0 && number <= SIM_ERRNO_MAX	? (int)-number
		       : number < 0 && number >= -SIM_ERRNO_MAX ? (int)number
								: 0;
	for (int err = 1; err <= SIM_ERRNO_MAX; err++)
		if (strerrorname_np(err) && !strcmp(strerrorname_np(err), name))
			return -err;
	return 0;
}
