/* SPDX-License-Identifier: Apache-2.0 */
/* -set_..., -enable_target and -disable_target, -resync_dev; -add_..._attr and -rem_..._attr for what has several values. */
#include "cli/scstadmin/set.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/output.h"

#define NOT_VIRTUAL 31

/* How attributes of a kind are set. */
struct rule {
	enum front_option_id option;
	enum front_object object;
	bool tells;  /* what is so already */
	bool values; /* an attribute that can have several gets one more */
	bool fatal;  /* a refusal ends it all */
};

/* clang-format off */
static const struct rule rules[] = {
	{ .option = FRONT_SET_SCST_ATTR, .object = FRONT_SCST, .tells = true },
	{ .option = FRONT_SET_HND_ATTR, .object = FRONT_OBJECT_HANDLER, .tells = true },
	{ .option = FRONT_SET_DEV_ATTR, .object = FRONT_OBJECT_DEVICE, .tells = true },
	{ .option = FRONT_SET_DRV_ATTR, .object = FRONT_OBJECT_DRIVER, .values = true },
	{ .option = FRONT_SET_DGRP_ATTR, .object = FRONT_OBJECT_DGRP, .tells = true },
	{ .option = FRONT_SET_TGRP_ATTR, .object = FRONT_OBJECT_TGRP, .tells = true },
	{ .option = FRONT_SET_TTGT_ATTR, .object = FRONT_OBJECT_TGRP_TARGET, .tells = true },
	{ .option = FRONT_SET_TGT_ATTR, .object = FRONT_OBJECT_TARGET, .values = true, .fatal = true },
	{ .option = FRONT_SET_GRP_ATTR, .object = FRONT_OBJECT_GROUP, .tells = true },
	{ .option = FRONT_SET_LUN_ATTR, .object = FRONT_OBJECT_LUN, .tells = true },
	{ .option = FRONT_SET_INIT_ATTR, .object = FRONT_OBJECT_INITIATOR, .tells = true },
	{ .option = FRONT_ENABLE_TARGET, .object = FRONT_OBJECT_TARGET, .fatal = true },
	{ .option = FRONT_DISABLE_TARGET, .object = FRONT_OBJECT_TARGET, .fatal = true },
	{ .option = FRONT_RESYNC_DEV, .object = FRONT_OBJECT_DEVICE },
	{ .option = FRONT_ADD_DRV_ATTR, .object = FRONT_OBJECT_DRIVER },
	{ .option = FRONT_ADD_TGT_ATTR, .object = FRONT_OBJECT_TARGET },
	{ .option = FRONT_REM_DRV_ATTR, .object = FRONT_OBJECT_DRIVER },
	{ .option = FRONT_REM_TGT_ATTR, .object = FRONT_OBJECT_TARGET },
};
/* clang-format on */

/* One call: what is to be set, and what is there. */
struct setting {
	struct front_setting one;
	struct rule rule;
	struct front_attrs attrs;
	char **values;	/* attributes that can have several; NULL: none can be added */
	unsigned count; /* what was changed */
	bool failed;
};

static struct rule rule_of(const struct front *front)
{
	const struct rule *rule = rules;
	struct rule own;

	while ((int)rule->option != front->current)
		rule++;
	own = *rule;
	if (own.object == FRONT_OBJECT_LUN && front_has(front, FRONT_GROUP))
		own.object = FRONT_OBJECT_GROUP_LUN;
	return own;
}

static char **read_values(const struct front *front, enum front_object object, lw_node n)
{
	if (object == FRONT_OBJECT_DRIVER)
		return front_offers(front, n, NULL, FRONT_DRIVER_VALUES);
	if (object == FRONT_OBJECT_TARGET)
		return front_offers(front, lw_node_parent(front->tree, n), NULL,
				    FRONT_TARGET_VALUES);
	return NULL;
}

static void say_missing(const struct setting *s, enum front_object missing)
{
	const struct front_names names = front_names(s->one.front, s->one.object, s->one.name);
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	lw_str_addf(&text, "%s: ", front_objects[s->one.object].reader);
	front_fill(&text, front_objects[missing].absent, &names);
	front_warn(lw_str_text(&text));
}

/* Reads the object; false after saying why it cannot be. */
static bool begin(struct setting *s)
{
	struct front *front = s->one.front;
	enum front_object missing;
	lw_node n;

	if (!front_tree(front))
		return false;
	n = front_find(front, front->tree, s->one.object, s->one.name, &missing);
	if (!n) {
		say_missing(s, missing);
		return false;
	}
	s->values = read_values(front, s->one.object, n);
	if (s->one.object == FRONT_OBJECT_INITIATOR)
		return true; /* it has none */
	return front_attrs_read(front, n, s->one.object, &s->attrs) >= 0;
}

static void done(struct setting *s)
{
	front_attrs_done(&s->attrs);
	free(s->values);
}

/* Whether a writable attribute of this name is there; @ret_same: with this value. */
static bool has(const struct setting *s, const char *name, const char *value, bool *ret_same)
{
	bool found = false;

	*ret_same = false;
	for (uint32_t i = 0; i < s->attrs.count; i++) {
		const struct front_attr *row = &s->attrs.rows[i];

		if (strcmp(row->name, name) != 0 || !row->writable)
			continue;
		found = true;
		*ret_same |= row->value && !strcmp(row->value, value);
	}
	return found;
}

/* ---- setting */

static const char *text_of(const struct setting *s)
{
	bool driver = s->one.object == FRONT_OBJECT_DRIVER;
	bool on = strcmp(s->one.value, "0") != 0;

	switch (s->one.how) {
	case FRONT_ADD_VALUE:
		return driver ? FRONT_ADDING_DRIVER_VALUE : FRONT_ADDING_TARGET_VALUE;
	case FRONT_REMOVE_VALUE:
		return driver ? FRONT_REMOVING_DRIVER_VALUE : FRONT_REMOVING_TARGET_VALUE;
	case FRONT_SET_VALUE:
		break;
	}
	if ((driver || s->one.object == FRONT_OBJECT_TARGET) && !strcmp(s->one.attr, "enabled"))
		return front_switch_text(s->one.object, on);
	return front_objects[s->one.object].set;
}

static void say_lacking(const struct setting *s)
{
	struct front_names names = front_names(s->one.front, s->one.object, s->one.name);

	names.name[SLOT_ATTR] = s->one.attr;
	front_print("\t-> WARNING: ");
	front_print_filled(front_objects[s->one.object].lacks, &names);
	front_print("\n\n");
}

/* Returns 0 or FRONT_FATAL. */
static int failed(struct setting *s, int code)
{
	s->failed = true;
	if (s->rule.fatal)
		return front_outcome(s->one.front, code);
	front_warn(front_error_text(code));
	return 0;
}

static int set_one(struct setting *s)
{
	const struct front_codes *code = &front_objects[s->one.object].code;
	bool several = s->rule.values && front_offered(s->values, s->one.attr), same;
	bool found = has(s, s->one.attr, s->one.value, &same);
	int r;

	if (!found && !several) {
		say_lacking(s);
		return 0;
	}
	if (same) {
		if (s->rule.tells)
			front_print("\t-> Attribute '%s' already set to value '%s', ignoring.\n",
				    s->one.attr, s->one.value);
		return 0;
	}
	s->one.how = several ? FRONT_ADD_VALUE : FRONT_SET_VALUE;
	r = front_do_set(&s->one);
	front_say_set(&s->one, text_of(s));
	if (r < 0)
		return failed(s, several ? code->add_value : code->set);
	s->count++;
	return 0;
}

static int set_pairs(struct setting *s, int (*one)(struct setting *s))
{
	const char *at = s->one.front->value[FRONT_ATTRIBUTES];
	struct front_pair pair;
	int r = 0;

	while (!r && front_next_pair(&at, &pair)) {
		s->one.attr = pair.name;
		s->one.value = pair.value;
		r = one(s);
		front_pair_done(&pair);
	}
	return r;
}

static struct setting setting_of(struct front *front, const char *name)
{
	struct rule rule = rule_of(front);

	return (struct setting){ .one = { .front = front, .object = rule.object, .name = name },
				 .rule = rule };
}

int front_set(struct front *front, const char *name)
{
	struct setting s = setting_of(front, name);
	int r = front_begin(front, true);

	if (r)
		return r == FRONT_FATAL ? r : 0;
	if (begin(&s))
		r = set_pairs(&s, set_one);
	done(&s);
	if (r != FRONT_FATAL)
		front_print("\t-> Done, %u change(s) made.\n", s.count);
	return r;
}

int front_switch(struct front *front, const char *name)
{
	struct setting s = setting_of(front, name);
	int r = front_begin(front, s.rule.option == FRONT_DISABLE_TARGET);

	if (r)
		return r == FRONT_FATAL ? r : 0;
	s.one.attr = "enabled";
	s.one.value = s.rule.option == FRONT_ENABLE_TARGET ? "1" : "0";
	if (begin(&s))
		r = set_one(&s);
	done(&s);
	if (r != FRONT_FATAL)
		front_print("\t-> Done.\n");
	return r;
}

int front_resync(struct front *front, const char *name)
{
	struct setting s = setting_of(front, name);
	int r = front_begin(front, false);

	if (r)
		return r;
	s.one.attr = "resync_size";
	s.one.value = "1";
	s.failed = !begin(&s);
	if (!s.failed)
		r = set_one(&s);
	done(&s);
	if (!s.failed && s.count)
		r = front_lip(front, NULL, NULL);
	front_print("\t-> Done.\n");
	return r ? r : s.failed;
}

/* ---- attributes with several values */

static int say_known(const struct setting *s, bool exists)
{
	struct front_names names = front_names(s->one.front, s->one.object, s->one.name);
	LW_AUTO_STR struct lw_str value = LW_STR_INIT;

	front_show_value(&s->one, &value);
	names.name[SLOT_ATTR] = s->one.attr;
	names.name[SLOT_VALUE] = lw_str_text(&value);
	front_print_filled("\t-> Attribute/value '{attr}/{value}' ", &names);
	front_print(exists ? "already exists" : "doesn't exist");
	front_print_filled(s->one.object == FRONT_OBJECT_DRIVER
				   ? " for driver '{driver}'.\n"
				   : " for driver/target '{driver}/{target}'.\n",
			   &names);
	return 0;
}

static int code_for_value(const struct setting *s)
{
	const struct front_codes *code = &front_objects[s->one.object].code;

	if (!s->values)
		return NOT_VIRTUAL;
	if (!front_offered(s->values, s->one.attr))
		return code->bad_value;
	if (front_do_set(&s->one) >= 0)
		return 0;
	return s->one.how == FRONT_ADD_VALUE ? code->add_value : code->rem_value;
}

static int change_value(struct setting *s)
{
	bool adds = s->one.how == FRONT_ADD_VALUE, same;
	int code;

	has(s, s->one.attr, s->one.value, &same);
	if (same == adds)
		return say_known(s, adds);
	if (!adds && !s->values)
		return 0;
	code = code_for_value(s);
	front_say_set(&s->one, text_of(s));
	return front_outcome(s->one.front, code);
}

int front_values(struct front *front, const char *name)
{
	struct setting s = setting_of(front, name);
	bool adds = s.rule.option == FRONT_ADD_DRV_ATTR || s.rule.option == FRONT_ADD_TGT_ATTR;
	int r = front_begin(front, !adds);

	if (r)
		return r == FRONT_FATAL ? r : 0;
	s.one.how = adds ? FRONT_ADD_VALUE : FRONT_REMOVE_VALUE;
	s.failed = !begin(&s);
	if (!s.failed)
		r = set_pairs(&s, change_value);
	done(&s);
	if (r == FRONT_FATAL)
		return r;
	if (!s.failed)
		r = front_lip(front, NULL, NULL);
	front_print("\t-> Done.\n");
	return s.failed ? 1 : r;
}
