/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of attribute tables: finding, showing and storing what needs no code of its own. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "internal.h"

bool sim_attr_here(const struct sim_node *node, const struct sim_attr *attr)
{
	return !attr->where || (attr->where & node->where);
}

const struct sim_attr *sim_attr_find(const struct sim_node *node, const char *name)
{
	if (node->type != 'd' || !node->class || !node->class->attrs)
		return NULL;
	for (const struct sim_attr *attr = node->class->attrs; attr->name; attr++)
		if (attr->name[0] == name[0] && sim_attr_here(node, attr) &&
		    !strcmp(attr->name, name))
			return attr;
	return NULL;
}

static struct sim_value *value_find(const struct sim_node *node, const struct sim_attr *attr)
{
	for (struct sim_value *value = node->values; value; value = value->next)
		if (value->attr == attr)
			return value;
	return NULL;
}

const char *sim_value(const struct sim_node *node, const struct sim_attr *attr)
{
	const struct sim_value *value = value_find(node, attr);

	return value ? value->text : attr->init ? attr->init : "";
}

bool sim_value_is_set(const struct sim_node *node, const struct sim_attr *attr)
{
	return value_find(node, attr) != NULL;
}

const char *sim_value_named(const struct sim_node *node, const char *name)
{
	const struct sim_attr *attr = sim_attr_find(node, name);

	return attr ? sim_value(node, attr) : "";
}

int64_t sim_value_int(const struct sim_node *node, const char *name)
{
	int64_t value = 0;

	sim_number(sim_value_named(node, name), &value);
	return value;
}

int sim_value_set(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		  const char *text)
{
	struct sim_value **at = &node->values, *value = NULL;

	if (text) {
		size_t len = strlen(text);

		value = malloc(sizeof(*value) + len + 1);
		if (!value) {
			sim->broken = true;
			return -ENOMEM;
		}
		value->attr = attr;
		memcpy(value->text, text, len + 1);
	}
	while (*at && (*at)->attr != attr)
		at = &(*at)->next;
	if (*at) {
		struct sim_value *old = *at;

		*at = old->next;
		free(old);
	}
	if (value) {
		value->next = node->values;
		node->values = value;
	}
	return 0;
}

int sim_value_set_named(struct sim *sim, struct sim_node *node, const char *name, const char *text)
{
	const struct sim_attr *attr = sim_attr_find(node, name);

	return attr ? sim_value_set(sim, node, attr, text) : -ENOENT;
}

/* ---- formats */

static int check_number(const struct sim_attr *attr, const char *data, struct lw_str *ret)
{
	int64_t number = 0;
	uint64_t positive = 0;
	int err = attr->format == SIM_UINT ? sim_unsigned(data, &positive)
					   : sim_number(data, &number);

	if (err)
		return err;
	if (attr->format == SIM_UINT)
		number = positive > INT64_MAX ? INT64_MAX : (int64_t)positive;
	if (number < attr->min || (attr->max && number > attr->max))
		return -EINVAL;
	if (attr->flags & SIM_HEX)
		lw_str_addf(ret, "0x%" PRIx64, positive);
	else
		lw_str_addf(ret, "%" PRId64, number);
	return 0;
}

static int check_text(const struct sim_attr *attr, const char *data, struct lw_str *ret)
{
	size_t len = strcspn(data, "\n");

	if (attr->format == SIM_TEXT && len > (size_t)attr->max)
		return -EINVAL;
	lw_str_add_bytes(ret, data, len);
	return 0;
}

static int check_flag(const struct sim_attr *attr, const char *data, struct lw_str *ret)
{
	char c = lw_lower(data[0]);

	if (attr->format == SIM_TRUTH) {
		if (c == 'o' && (lw_lower(data[1]) == 'n' || lw_lower(data[1]) == 'f'))
			c = lw_lower(data[1]) == 'n' ? '1' : '0';
		c = c == 'y' || c == 't' ? '1' : c == 'n' || c == 'f' ? '0' : c;
	}
	if (c != '0' && c != '1')
		return -EINVAL;
	lw_str_add_char(ret, c);
	return 0;
}

static bool prefix_of(const char *word, size_t len, const char *data)
{
	for (size_t i = 0; i < len; i++)
		if (lw_lower(word[i]) != lw_lower(data[i]))
			return false;
	return true;
}

static int check_word(const struct sim_attr *attr, const char *data, struct lw_str *ret)
{
	size_t given = strcspn(data, "\n");

	for (const char *word = attr->words; *word;) {
		size_t len = strcspn(word, " ");
		bool fits = attr->format == SIM_PREFIX ? prefix_of(word, len, data)
						       : len == given && !strncmp(word, data, len);

		if (fits) {
			lw_str_add_bytes(ret, word, len);
			return 0;
		}
		word += len + (word[len] == ' ');
	}
	return -EINVAL;
}

int sim_attr_check(const struct sim_attr *attr, const char *data, struct lw_str *ret)
{
	static int (*const checks[])(const struct sim_attr *, const char *, struct lw_str *) = {
		[SIM_ANY] = check_text,	  [SIM_TEXT] = check_text,   [SIM_UINT] = check_number,
		[SIM_INT] = check_number, [SIM_BOOL] = check_number, [SIM_FLAG] = check_flag,
		[SIM_TRUTH] = check_flag, [SIM_WORD] = check_word,   [SIM_PREFIX] = check_word,
	};
	struct sim_attr bounded = *attr;

	if (attr->check)
		return attr->check(data, ret);
	if (attr->format == SIM_BOOL)
		bounded.max = 1;
	return checks[attr->format](&bounded, data, ret);
}

int sim_attr_store(struct sim *sim, struct sim_node *node, const struct sim_attr *attr, char *data)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int err;

	if (attr->flags & SIM_RESET)
		return sim_value_set(sim, node, attr, NULL);
	if (attr->flags & SIM_DEFAULT && !strncmp(data, ":default:", 9))
		return sim_value_set(sim, node, attr, NULL);
	err = sim_attr_check(attr, data, &text);
	return err ? err : sim_value_set(sim, node, attr, lw_str_text(&text));
}

/* ---- showing */

void sim_show_value(const struct sim_attr *attr, const char *value, bool key, struct lw_str *ret)
{
	if (!*value && (attr->flags & SIM_EMPTY))
		return;
	lw_str_add(ret, value);
	lw_str_add_char(ret, '\n');
	if (key)
		lw_str_add(ret, "[key]\n");
	if ((attr->flags & SIM_BLANK2) || (key && (attr->flags & SIM_BLANK)))
		lw_str_add_char(ret, '\n');
}

void sim_attr_show(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		   struct lw_str *ret)
{
	const char *value = sim_value(node, attr);
	const bool keys[] = {
		[SIM_NO_KEY] = false,
		[SIM_KEY_DIFF] = strcmp(value, attr->init ? attr->init : "") != 0,
		[SIM_KEY_SET] = value_find(node, attr) != NULL,
		[SIM_KEY_FILLED] = *value != '\0',
		[SIM_KEY_ALWAYS] = true,
	};

	(void)sim;
	sim_show_value(attr, value, keys[attr->key], ret);
}
