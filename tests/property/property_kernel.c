/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The abstract kernels refuse what the real ones were seen to refuse: a law that they let pass would
 * prove nothing. Each case plans from a base state to a goal, spoils the kernel, and executes one
 * operation of the plan there.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lio.h"
#include "scst.h"

/* ---- worlds in words */

static obj_id by_path(const struct world *w, const char *path)
{
	if (!strcmp(path, "."))
		return 0;
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));)
		if (!strcmp(world_path(w, id), path))
			return id;
	fprintf(stderr, "no object %s\n", path);
	exit(2);
}

/* "attr=value" (a ~ is a blank), "attr+=value", "@path of referent", "half". */
static void detail(struct world *w, obj_id id, char *text)
{
	char *equals = strchr(text, '=');

	if (*text == '@') {
		w->obj[id].ref = (uint16_t)by_path(w, text + 1);
	} else if (!strcmp(text, "half")) {
		w->obj[id].half = true;
	} else if (equals) {
		*equals = '\0';
		for (char *c = equals; *++c;)
			*c = *c == '~' ? ' ' : *c;
		if (equals[-1] == '+') {
			equals[-1] = '\0';
			world_add_value(w, id, text, equals + 1);
		} else {
			world_set(w, id, text, equals + 1);
		}
	}
}

/* "+ kind parent name details", "= path details", "- path". */
static void statement(struct world *w, char *text)
{
	char *save = NULL, *verb = strtok_r(text, " ", &save), *word = strtok_r(NULL, " ", &save);
	obj_id id;

	if (!verb)
		return;
	if (*verb == '+') {
		const char *parent = strtok_r(NULL, " ", &save);
		const char *name = strtok_r(NULL, " ", &save);

		id = world_add(w, by_path(w, parent), world_kind(w, word), name ? name : "");
	} else {
		id = by_path(w, word);
	}
	if (*verb == '-')
		world_remove(w, id);
	while ((word = strtok_r(NULL, " ", &save)))
		detail(w, id, word);
}

static void edit(struct world *w, const char *script)
{
	char *copy = strdup(script), *save = NULL;

	for (char *s = strtok_r(copy, ";", &save); s; s = strtok_r(NULL, ";", &save))
		statement(w, s);
	free(copy);
}

/* ---- cases */

struct refusal {
	const char *what;
	const char *goal, *kernel; /* edits of the base state */
	enum lw_verb verb;
	const char *kind; /* of the operation's node */
	int err;
	const char *then; /* a path that must be there afterwards; with ! in front, not */
};

static const char scst_base[] =
	"+ fileio_handler . vdisk_fileio; + nullio_handler . vdisk_nullio;"
	"+ blockio_handler . vdisk_blockio; + blockio_device vdisk_blockio b0 filename=/srv/b;"
	"+ blockio_device vdisk_blockio b1 filename=/srv/c active=0;"
	"+ iscsi_driver . iscsi enabled=1; + local_driver . scst_local;"
	"+ nullio_device vdisk_nullio d0; + nullio_device vdisk_nullio d1;"
	"+ fileio_device vdisk_fileio f0 filename=/srv/f0;"
	"+ iscsi_target iscsi t0 enabled=1 rel_tgt_id=1 IncomingUser+=alice~secret-word-0;"
	"+ lun iscsi/t0 0 @vdisk_nullio/d0; + group iscsi/t0 g0; + initiator iscsi/t0/g0 a1;"
	"+ group iscsi/t0 g1; + iscsi_target iscsi t1 enabled=0 rel_tgt_id=2;"
	"+ device_group . dg0; + device_group . dg1; + dg_device dg0 d0 @vdisk_nullio/d0;"
	"+ target_group dg0 tg0 group_id=1; + target_group dg0 tg1 group_id=2;"
	"+ tg_target dg0/tg0 t0 @iscsi/t0";

static const struct refusal scst_cases[] = {
	{ "a device of that name, another handler", "+ nullio_device vdisk_nullio d5",
	  "+ fileio_device vdisk_fileio d5 filename=/srv/f1", LW_CREATE, "nullio_device", EEXIST,
	  NULL },
	{ "a block device that another device has open",
	  "+ blockio_device vdisk_blockio b2 filename=/srv/b read_only=1; = vdisk_blockio/b0 "
	  "active=0",
	  "", LW_CREATE, "blockio_device", EBUSY, "!vdisk_blockio/b2" },
	{ "a block device that another device has closed",
	  "+ blockio_device vdisk_blockio b2 filename=/srv/b; = vdisk_blockio/b0 active=0",
	  "= vdisk_blockio/b0 active=0", LW_CREATE, "blockio_device", 0, "vdisk_blockio/b2" },
	{ "opening what another device has open", "= vdisk_blockio/b1 active=1",
	  "= vdisk_blockio/b1 filename=/srv/b", LW_SETATTR, "blockio_device", EBUSY, NULL },
	{ "a LUN of an unknown device", "+ lun iscsi/t0 5 @vdisk_nullio/d1", "- vdisk_nullio/d1",
	  LW_CREATE, "lun", EINVAL, NULL },
	{ "a LUN that is in use", "+ lun iscsi/t0 5 @vdisk_nullio/d1",
	  "+ lun iscsi/t0 5 @vdisk_nullio/d0", LW_CREATE, "lun", EEXIST, NULL },
	{ "replace of a free LUN adds", "= iscsi/t0/0 @vdisk_nullio/d1", "- iscsi/t0/0", LW_REPLACE,
	  "lun", 0, "iscsi/t0/0" },
	{ "deleting a LUN that is not there", "- iscsi/t0/0", "- iscsi/t0/0", LW_DELETE, "lun",
	  EINVAL, NULL },
	{ "deleting a device takes its LUNs along", "- iscsi/t0/0; - dg0/d0; - vdisk_nullio/d0", "",
	  LW_DELETE, "nullio_device", 0, "!iscsi/t0/0" },
	{ "deleting a device takes its membership along",
	  "- iscsi/t0/0; - dg0/d0; - vdisk_nullio/d0", "", LW_DELETE, "nullio_device", 0,
	  "!dg0/d0" },
	{ "deleting a group that a session may be in", "- iscsi/t0/g0", "", LW_DELETE, "group",
	  EBUSY, NULL },
	{ "deleting a group that nobody matches", "- iscsi/t0/g1", "", LW_DELETE, "group", 0,
	  "!iscsi/t0/g1" },
	{ "moving to a group that has the name", "- iscsi/t0/g0/a1; + initiator iscsi/t0/g1 a1",
	  "+ initiator iscsi/t0/g1 a1", LW_MOVE, "initiator", EEXIST, NULL },
	{ "moving to a group that is not there", "- iscsi/t0/g0/a1; + initiator iscsi/t0/g1 a1",
	  "- iscsi/t0/g1", LW_MOVE, "initiator", EINVAL, NULL },
	{ "deleting a target takes its port group membership along", "- dg0/tg0/t0; - iscsi/t0", "",
	  LW_DELETE, "iscsi_target", 0, "!dg0/tg0/t0" },
	{ "deleting a target that is not there", "- dg0/tg0/t0; - iscsi/t0",
	  "- dg0/tg0/t0; - iscsi/t0", LW_DELETE, "iscsi_target", ENOENT, NULL },
	{ "enabling with a number in use", "= iscsi/t1 enabled=1", "= iscsi/t1 rel_tgt_id=1",
	  LW_SETATTR, "iscsi_target", EBADSLT, NULL },
	{ "a number in use on an enabled target", "= iscsi/t0 rel_tgt_id=3",
	  "= iscsi/t1 enabled=1 rel_tgt_id=3", LW_SETATTR, "iscsi_target", EBADSLT, NULL },
	{ "a number in use on a target that is off", "= iscsi/t1 rel_tgt_id=3",
	  "= iscsi/t0 rel_tgt_id=3", LW_SETATTR, "iscsi_target", 0, NULL },
	{ "filename of an inactive device", "= vdisk_fileio/f0 filename=/srv/f1",
	  "= vdisk_fileio/f0 active=0", LW_SETATTR, "fileio_device", 0, NULL },
	{ "a user who is there", "= iscsi/t0 IncomingUser+=bob~secret-word-0",
	  "= iscsi/t0 IncomingUser+=bob~secret-word-1", LW_ADDVAL, "iscsi_target", EINVAL, NULL },
	{ "a user who is not there", "= iscsi/t0 IncomingUser=bob~secret-word-0",
	  "= iscsi/t0 IncomingUser=carol~secret-word-0", LW_DELVAL, "iscsi_target", ENOENT, NULL },
	{ "a second OutgoingUser", "= iscsi/t0 OutgoingUser+=bob~secret-word-0",
	  "= iscsi/t0 OutgoingUser+=carol~secret-word-1", LW_ADDVAL, "iscsi_target", EEXIST, NULL },
	{ "a device in another device group", "+ dg_device dg1 d1 @vdisk_nullio/d1",
	  "+ dg_device dg0 d1 @vdisk_nullio/d1", LW_CREATE, "dg_device", EEXIST, NULL },
	{ "a target twice in a device group", "+ tg_target dg0/tg1 t1 @iscsi/t1",
	  "+ tg_target dg0/tg0 t1 @iscsi/t1", LW_CREATE, "tg_target", EEXIST, NULL },
	{ "deleting a device group takes all along", "- dg0", "", LW_DELETE, "device_group", 0,
	  "!dg0/tg0/t0" },
};

static const char lio_base[] =
	"+ iscsi_fabric . iscsi; + iblock_so . b0 udev_path=/dev/b0 vpd_unit_serial=b0;"
	"+ iblock_so . b1 udev_path=/dev/b1 vpd_unit_serial=b1;"
	"+ so_alua b1 ag0 tg_pt_gp_id=1;"
	"+ target iscsi t0; + tpg iscsi/t0 1 enable=1 authentication=0; + tpg iscsi/t0 2;"
	"+ portal iscsi/t0/1 10.0.0.1:3260; + lun iscsi/t0/1 0 @b0; + acl iscsi/t0/1 a1;"
	"+ mapped_lun iscsi/t0/1/a1 7 @iscsi/t0/1/0; + target iscsi t1; + tpg iscsi/t1 1";

static const struct refusal lio_cases[] = {
	{ "a storage object that exists", "+ iblock_so . b2 udev_path=/dev/b2",
	  "+ iblock_so . b2 udev_path=/dev/b2", LW_CREATE, "iblock_so", EEXIST, NULL },
	{ "a disk that is claimed", "+ iblock_so . b2 udev_path=/dev/b2", "= b1 udev_path=/dev/b2",
	  LW_CREATE, "iblock_so", EBUSY, NULL },
	{ "removing a storage object with ALUA groups", "- b1", "", LW_DELETE, "iblock_so",
	  ENOTEMPTY, NULL },
	{ "removing a storage object that is linked", "- b1/ag0; - b1",
	  "- b1/ag0; + lun iscsi/t0/1 1 @b1", LW_DELETE, "iblock_so", EBUSY, NULL },
	{ "the serial of a linked storage object", "= b1 vpd_unit_serial=other",
	  "+ lun iscsi/t0/1 1 @b1", LW_SETATTR, "iblock_so", EINVAL, NULL },
	{ "the serial of one that is not linked", "= b1 vpd_unit_serial=other", "", LW_SETATTR,
	  "iblock_so", 0, NULL },
	{ "a LUN of an object that is not enabled", "+ lun iscsi/t0/1 1 @b1", "= b1 half",
	  LW_CREATE, "lun", ENODEV, NULL },
	{ "a LUN that exists", "+ lun iscsi/t0/1 1 @b1", "+ lun iscsi/t0/1 1 @b0", LW_CREATE, "lun",
	  EEXIST, NULL },
	{ "removing a LUN that is mapped", "- iscsi/t0/1/a1/7; - iscsi/t0/1/0", "", LW_DELETE,
	  "lun", EBUSY, NULL },
	{ "removing a TPG with something in it", "- iscsi/t0/1", "", LW_DELETE, "tpg", ENOTEMPTY,
	  NULL },
	{ "removing an empty TPG", "- iscsi/t0/2", "", LW_DELETE, "tpg", 0, "!iscsi/t0/2" },
	{ "removing a target with a TPG", "- iscsi/t1", "", LW_DELETE, "target", ENOTEMPTY, NULL },
	{ "removing an ACL with mapped LUNs", "- iscsi/t0/1/a1", "", LW_DELETE, "acl", ENOTEMPTY,
	  NULL },
	{ "a mapped LUN without LUN", "+ mapped_lun iscsi/t0/1/a1 8 @iscsi/t0/1/0",
	  "- iscsi/t0/1/a1/7; - iscsi/t0/1/0", LW_CREATE, "mapped_lun", ENOENT, NULL },
	{ "a portal that another TPG of the target has", "+ portal iscsi/t0/2 10.0.0.2:3260",
	  "+ portal iscsi/t0/1 10.0.0.2:3260", LW_CREATE, "portal", EINVAL, NULL },
	{ "a portal that a wildcard covers", "+ portal iscsi/t0/2 10.0.0.2:3260",
	  "+ portal iscsi/t0/1 0.0.0.0:3260", LW_CREATE, "portal", EINVAL, NULL },
	{ "a portal that another target has", "+ portal iscsi/t1/1 10.0.0.1:3260", "", LW_CREATE,
	  "portal", 0, "iscsi/t1/1/10.0.0.1:3260" },
};

/* ---- running them */

static const char *run_case(const struct model *m, const char *base, const struct refusal *c)
{
	static struct world have, goal, kernel;
	struct lw_tree *from, *to;
	struct lw_plan *plan = NULL;
	const char *why = "";
	int r = 1, err = 0;

	world_init(&have, lw_schema_find(m->name));
	edit(&have, base);
	kernel = goal = have;
	edit(&goal, c->goal);
	edit(&kernel, c->kernel);
	from = world_tree(&have, NULL);
	to = world_tree(&goal, &(struct tree_how){ .share = from });
	if (lw_diff(from, to, &plan, NULL) < 0)
		return "no plan";
	for (uint32_t n = 0; n < plan->nop && r > 0; n++)
		if (plan->ops[n].verb == c->verb &&
		    !strcmp(op_kind(plan, &plan->ops[n])->name, c->kind) &&
		    !(plan->ops[n].flags & (LW_OP_IMPLIED | LW_OP_TEMPORARY)))
			r = err = m->exec(&kernel, plan, n, &why);
	lw_plan_free(plan);
	if (r > 0)
		return "the plan has no such operation";
	if (err != -c->err)
		return text_format("%s %s", strerror(-err), why);
	for (obj_id id = 0; c->then && (id = world_next(&kernel, id, WORLD_ANY, -1));)
		if (!strcmp(world_path(&kernel, id), c->then + (*c->then == '!')))
			return *c->then == '!' ? "it is still there" : NULL;
	return !c->then || *c->then == '!' ? NULL : "it is not there";
}

static unsigned run_cases(const struct model *m, const char *base, const struct refusal *cases,
			  size_t count)
{
	unsigned failed = 0;

	for (size_t i = 0; i < count; i++) {
		const char *why = run_case(m, base, &cases[i]);

		printf("%s - %s: %s\n", why ? "not ok" : "ok", m->name, cases[i].what);
		if (!why)
			continue;
		fprintf(stderr, "%s: %s: want %s, got: %s\n", m->name, cases[i].what,
			strerror(cases[i].err), why);
		failed++;
	}
	return failed;
}

int main(void)
{
	unsigned failed = run_cases(&scst_model, scst_base, scst_cases,
				    sizeof(scst_cases) / sizeof(scst_cases[0]));

	failed += run_cases(&lio_model, lio_base, lio_cases,
			    sizeof(lio_cases) / sizeof(lio_cases[0]));
	world_forget_texts();
	return failed > 0;
}
