/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An abstract LIO: objects, and the refusals that were recorded from the real kernel. Nothing goes
 * along with what it stands below or refers to: removing it is refused instead.
 */
#include <errno.h>
#include <string.h>

#include "lio.h"

bool lio_is_storage(unsigned kind)
{
	return lw_kind_in(LIO_STORAGE, kind);
}

bool lio_is_exported(const struct world *w, obj_id storage)
{
	for (obj_id lun = 0; (lun = world_next(w, lun, WORLD_ANY, LIO_LUN));)
		if (w->obj[lun].ref == storage)
			return true;
	return false;
}

obj_id lio_tpg(const struct world *w, obj_id id)
{
	while (id && !lw_kind_in(LIO_TPGS, w->obj[id].kind))
		id = w->obj[id].parent;
	return id;
}

static bool is_referred_to(const struct world *w, obj_id id, unsigned kind)
{
	for (obj_id other = 0; (other = world_next(w, other, WORLD_ANY, (int)kind));)
		if (w->obj[other].ref == id)
			return true;
	return false;
}

/* ---- storage objects */

static bool claimed(const struct world *w, const char *path)
{
	for (obj_id id = 0; path && (id = world_next(w, id, WORLD_ANY, LIO_IBLOCK));)
		if (world_is(w, id, "udev_path", path) && !w->obj[id].half)
			return true;
	return false;
}

static const char *product(const struct world *w, obj_id storage)
{
	const struct object *o = &w->obj[storage];

	if (world_is(w, storage, "emulate_model_alias", "1"))
		return o->name;
	return o->kind == LIO_FILEIO ? "FILEIO" : o->kind == LIO_IBLOCK ? "IBLOCK" : "RAMDISK-MCP";
}

void lio_generate_storage(struct world *w, obj_id id)
{
	bool cached = world_is(w, id, "write_back", "1");

	if (!world_get(w, id, "vpd_unit_serial"))
		world_set(w, id, "vpd_unit_serial", text_format("made-%u", w->rolling++));
	if (!world_get(w, id, "product_id"))
		world_set(w, id, "product_id", product(w, id));
	if (w->obj[id].kind == LIO_FILEIO && !world_get(w, id, "emulate_write_cache"))
		world_set(w, id, "emulate_write_cache", cached ? "1" : "0");
}

static int create_storage(struct world *w, const struct request *rq, const char **why)
{
	const char *path = request_value(rq, "udev_path");
	obj_id id;

	if (rq->id)
		return REFUSE(EEXIST, "the storage object exists");
	if (rq->kind != LIO_RAMDISK && !path)
		return REFUSE(EINVAL, "no path");
	if (rq->kind == LIO_IBLOCK && claimed(w, path))
		return REFUSE(EBUSY, "the block device is claimed");
	id = world_add(w, 0, rq->kind, rq->name);
	request_at_create(rq, w, id);
	lio_generate(w, id);
	return 0;
}

static int delete_storage(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id)
		return REFUSE(ENOENT, "no such storage object");
	if (lio_is_exported(w, rq->id))
		return REFUSE(EBUSY, "a LUN refers to the storage object");
	if (world_count(w, rq->id, LIO_ALUA_GROUP))
		return REFUSE(ENOTEMPTY, "the storage object has ALUA groups");
	world_remove(w, rq->id);
	return 0;
}

static int create_alua_group(struct world *w, const struct request *rq, const char **why)
{
	const char *number = request_value(rq, "tg_pt_gp_id");
	obj_id id;

	if (rq->id)
		return REFUSE(EEXIST, "the group exists");
	for (obj_id g = 0; (g = world_next(w, g, rq->parent, LIO_ALUA_GROUP));)
		if (number && world_is(w, g, "tg_pt_gp_id", number))
			return REFUSE(EINVAL, "another group has this number");
	id = world_add(w, rq->parent, rq->kind, rq->name);
	request_at_create(rq, w, id);
	return 0;
}

/* LUNs of the group go back to the default group. */
static int delete_alua_group(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id)
		return REFUSE(ENOENT, "no such group");
	world_drop_referrers(w, rq->id, LIO_LUN_ALUA);
	world_remove(w, rq->id);
	return 0;
}

/* ---- targets, TPGs, portals */

bool lio_portals_overlap(const char *a, const char *b)
{
	const char *port_a = strrchr(a, ':'), *port_b = strrchr(b, ':');

	if (strcmp(port_a, port_b))
		return false;
	return !strcmp(a, b) || !strncmp(a, "0.0.0.0:", 8) || !strncmp(b, "0.0.0.0:", 8);
}

bool lio_portal_taken(const struct world *w, obj_id target, const char *name)
{
	for (obj_id p = 0; (p = world_next(w, p, WORLD_ANY, LIO_PORTAL));)
		if (world_below(w, p, target) && lio_portals_overlap(w->obj[p].name, name))
			return true;
	return false;
}

static int create_portal(struct world *w, const struct request *rq, const char **why)
{
	if (rq->id)
		return REFUSE(EEXIST, "the portal exists");
	if (lio_portal_taken(w, w->obj[rq->parent].parent, rq->name))
		return REFUSE(EINVAL, "a TPG of this target listens there");
	world_add(w, rq->parent, rq->kind, rq->name);
	return 0;
}

static int create_plain(struct world *w, const struct request *rq, const char **why)
{
	obj_id id;

	if (rq->id)
		return REFUSE(EEXIST, "it exists");
	id = world_add(w, rq->parent, rq->kind, rq->name);
	request_at_create(rq, w, id);
	lio_generate(w, id);
	return 0;
}

/* What holds nothing may go: a target without TPGs, a TPG that is empty, an ACL without LUNs. */
static int delete_empty(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id)
		return REFUSE(ENOENT, "there is no such thing");
	if (world_count(w, rq->id, -1))
		return REFUSE(ENOTEMPTY, "it holds something");
	world_remove(w, rq->id);
	return 0;
}

/* ---- LUNs */

static int create_lun(struct world *w, const struct request *rq, const char **why)
{
	int storage = world_locate(w, rq->tree, rq->ref_node);
	obj_id id;

	if (rq->id)
		return REFUSE(EEXIST, "the LUN exists");
	if (storage <= 0)
		return REFUSE(ENOENT, "LUN of no storage object");
	if (w->obj[storage].half)
		return REFUSE(ENODEV, "the storage object is not enabled");
	id = world_add(w, rq->parent, rq->kind, rq->name);
	w->obj[id].ref = (uint16_t)storage;
	request_at_create(rq, w, id);
	return 0;
}

static int delete_lun(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id)
		return REFUSE(ENOENT, "no such LUN");
	if (is_referred_to(w, rq->id, LIO_MAPPED_LUN))
		return REFUSE(EBUSY, "the LUN is mapped");
	world_remove(w, rq->id);
	return 0;
}

static int create_mapped_lun(struct world *w, const struct request *rq, const char **why)
{
	int lun = world_locate(w, rq->tree, rq->ref_node);
	obj_id id;

	if (rq->id)
		return REFUSE(EEXIST, "the mapped LUN exists");
	if (lun <= 0)
		return REFUSE(ENOENT, "mapped LUN of no LUN");
	if (w->obj[lun].half || lio_tpg(w, (obj_id)lun) != lio_tpg(w, rq->parent))
		return REFUSE(EINVAL, "no LUN with a storage object in this TPG");
	id = world_add(w, rq->parent, rq->kind, rq->name);
	w->obj[id].ref = (uint16_t)lun;
	request_at_create(rq, w, id);
	return 0;
}

/* Membership of a LUN in an ALUA group: one word, written over at will. */
static int join_alua_group(struct world *w, const struct request *rq, const char **why)
{
	obj_id storage = w->obj[rq->parent].ref;
	obj_id group = rq->ref ? world_find(w, storage, LIO_ALUA_GROUP, rq->ref) : 0;
	obj_id id = rq->id;

	if (!storage || !group)
		return REFUSE(ENODEV, "no such ALUA group");
	if (!id)
		id = world_add(w, rq->parent, rq->kind, rq->name);
	w->obj[id].ref = (uint16_t)group;
	return 0;
}

static int leave_alua_group(struct world *w, const struct request *rq, const char **why)
{
	(void)why;
	if (rq->id)
		world_remove(w, rq->id);
	return 0;
}

/* ---- */

static int create(struct world *w, const struct request *rq, const char **why)
{
	if (lio_is_storage(rq->kind))
		return create_storage(w, rq, why);
	switch (rq->kind) {
	case LIO_ALUA_GROUP:
		return create_alua_group(w, rq, why);
	case LIO_PORTAL:
		return create_portal(w, rq, why);
	case LIO_LUN:
		return create_lun(w, rq, why);
	case LIO_MAPPED_LUN:
		return create_mapped_lun(w, rq, why);
	case LIO_LUN_ALUA:
		return join_alua_group(w, rq, why);
	case LIO_TARGET:
	case LIO_LOOPBACK_TARGET:
	case LIO_TPG:
	case LIO_LOOPBACK_TPG:
	case LIO_ACL:
		return create_plain(w, rq, why);
	default:
		return REFUSE(EPERM, "nobody can create that");
	}
}

static int delete (struct world *w, const struct request *rq, const char **why)
{
	if (lio_is_storage(rq->kind))
		return delete_storage(w, rq, why);
	switch (rq->kind) {
	case LIO_ALUA_GROUP:
		return delete_alua_group(w, rq, why);
	case LIO_LUN:
		return delete_lun(w, rq, why);
	case LIO_LUN_ALUA:
		return leave_alua_group(w, rq, why);
	case LIO_TARGET:
	case LIO_LOOPBACK_TARGET:
	case LIO_TPG:
	case LIO_LOOPBACK_TPG:
	case LIO_ACL:
	case LIO_PORTAL:
	case LIO_MAPPED_LUN:
		return delete_empty(w, rq, why);
	default:
		return REFUSE(EPERM, "nobody can delete that");
	}
}

/* A bracket is the TPG's own switch: its connections drop, and come back by themselves. */
static int bracket(struct world *w, const struct request *rq, const char **why)
{
	bool open = rq->verb == LW_OPEN;

	if (!rq->id || rq->kind != LIO_TPG)
		return REFUSE(EINVAL, "no export to close or open");
	if (w->obj[rq->id].closed != open)
		return REFUSE(EINVAL, open ? "opened, but not closed" : "closed twice");
	world_set(w, rq->id, "enable", open ? "1" : "0");
	w->obj[rq->id].closed = !open;
	return 0;
}

static int execute(struct world *w, const struct lw_plan *plan, uint32_t n, const char **why)
{
	struct request rq;

	if (request_make(&rq, w, plan, n) < 0)
		return REFUSE(ENOENT, "what should hold it does not exist");
	switch (rq.verb) {
	case LW_CREATE:
		return create(w, &rq, why);
	case LW_DELETE:
		return delete (w, &rq, why);
	case LW_SETATTR:
		return lio_set(w, &rq, why);
	case LW_REPLACE:
		return rq.kind == LIO_LUN_ALUA ? join_alua_group(w, &rq, why)
					       : REFUSE(EINVAL, "no replace here");
	case LW_CLOSE:
	case LW_OPEN:
		return bracket(w, &rq, why);
	default:
		return REFUSE(EINVAL, "an operation that nobody executes");
	}
}

/* Directories are made before what makes them whole: control and enable, or the link. */
static bool half(struct world *w, const struct lw_plan *plan, uint32_t n)
{
	struct request rq;

	if (plan->ops[n].verb != LW_CREATE || request_make(&rq, w, plan, n) < 0 || rq.id)
		return false;
	if (!lio_is_storage(rq.kind) && rq.kind != LIO_ALUA_GROUP && rq.kind != LIO_LUN &&
	    rq.kind != LIO_MAPPED_LUN)
		return false;
	w->obj[world_add(w, rq.parent, rq.kind, rq.name)].half = true;
	return true;
}

static void killed(struct world *w)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));)
		w->obj[id].closed = false;
}

static void foreign(struct world *w)
{
	obj_id fabric = world_find(w, 0, LIO_ISCSI_FABRIC, "iscsi");
	obj_id storage = world_add(w, 0, LIO_RAMDISK, "foreign");
	obj_id target = world_add(w, fabric, LIO_TARGET, "iqn.2026-01.lw:foreign");
	obj_id tpg = world_add(w, target, LIO_TPG, "1");

	world_set(w, storage, "size", "1048576");
	world_set(w, storage, "vpd_unit_serial", "foreign");
	lio_generate(w, storage);
	w->obj[world_add(w, tpg, LIO_LUN, "0")].ref = (uint16_t)storage;
	world_add(w, tpg, LIO_PORTAL, "10.0.0.1:3260");
	world_set(w, tpg, "authentication", "0");
	world_set(w, tpg, "AuthMethod", "CHAP,None");
	world_set(w, tpg, "generate_node_acls", "1");
	world_set(w, tpg, "enable", "1");
	lio_generate(w, tpg);
}

static const char *export_name(const struct lw_tree *tree, lw_node node)
{
	return text_format("%s/%s", lw_node_name(tree, lw_node_parent(tree, node)),
			   lw_node_name(tree, node));
}

const struct model lio_model = {
	.name = "lio",
	.random = lio_random,
	.mutate = lio_mutate,
	.exec = execute,
	.half = half,
	.reach = lio_reach,
	.client = lio_client,
	.export_name = export_name,
	.killed = killed,
	.foreign = foreign,
	.settle = lio_settle,
};
