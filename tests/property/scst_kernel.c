/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An abstract SCST: objects, and the refusals and side effects that were recorded from the real kernel. It knows nothing of
 * order or safety: whatever is legal happens.
 */
#include "scst.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/crc32c.h"

bool scst_is_device(unsigned kind)
{
	return lw_kind_in(SCST_DEVICES, kind);
}

bool scst_is_target(unsigned kind)
{
	return lw_kind_in(SCST_TARGETS, kind);
}

static obj_id by_name(const struct world *w, const char *name, bool (*is)(unsigned))
{
	name = text_of(name);
	for (obj_id id = 0; name && (id = world_next(w, id, WORLD_ANY, -1));)
		if (is(w->obj[id].kind) && w->obj[id].name == name)
			return id;
	return 0;
}

obj_id scst_device(const struct world *w, const char *name)
{
	return by_name(w, name, scst_is_device);
}

obj_id scst_target(const struct world *w, const char *name)
{
	return by_name(w, name, scst_is_target);
}

bool scst_enabled(const struct world *w, obj_id target)
{
	return w->obj[target].kind != SCST_ISCSI_TARGET || world_is(w, target, "enabled", "1");
}

/* ---- devices */

void scst_generate_ids(struct world *w, obj_id device)
{
	const char *name = w->obj[device].name, *setup = world_get(w, 0, "setup_id");
	uint64_t id = setup ? strtoull(setup, NULL, 0) << 32 : 0;

	id |= lw_crc32c(0, name, strlen(name) + 1);
	if (!world_get(w, device, "prod_id"))
		world_set(w, device, "prod_id", name);
	if (!world_get(w, device, "usn"))
		world_set(w, device, "usn", text_format("%llx", (unsigned long long)id));
	if (!world_get(w, device, "t10_dev_id"))
		world_set(w, device, "t10_dev_id",
			  text_format("%llx-%s", (unsigned long long)id, name));
	if (!world_get(w, device, "vend_specific_id"))
		world_set(w, device, "vend_specific_id",
			  text_format("%llx-%s", (unsigned long long)id, name));
}

static bool has_copy_unit(const struct world *w, obj_id device)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, SCST_CM_LUN));)
		if (w->obj[id].ref == device)
			return true;
	return false;
}

void scst_copy_units(struct world *w)
{
	obj_id target = world_next(w, 0, WORLD_ANY, SCST_CM_TARGET);

	for (obj_id id = 0; target && (id = world_next(w, id, WORLD_ANY, -1));) {
		obj_id lun;

		if (!scst_is_device(w->obj[id].kind) || has_copy_unit(w, id))
			continue;
		lun = world_add(w, target, SCST_CM_LUN, text_format("%u", w->rolling++));
		w->obj[lun].ref = (uint16_t)id;
		scst_fold_read_only(w, lun);
	}
}

/* A block device is open for one active device of vdisk_blockio alone. */
bool scst_is_open(const struct world *w, obj_id device)
{
	const char *filename = world_get(w, device, "filename");

	if (w->obj[device].kind != SCST_BLOCKIO_DEVICE)
		return false;
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, SCST_BLOCKIO_DEVICE));)
		if (id != device && !world_is(w, id, "active", "0") &&
		    world_is(w, id, "filename", filename))
			return true;
	return false;
}

static int create_device(struct world *w, const struct request *rq, const char **why)
{
	obj_id id;

	if (scst_device(w, rq->name))
		return REFUSE(EEXIST, "a device of this name exists");
	if (rq->kind != SCST_NULLIO_DEVICE && !request_value(rq, "filename"))
		return REFUSE(EINVAL, "no filename");
	id = world_add(w, rq->parent, rq->kind, rq->name);
	request_at_create(rq, w, id);
	if (!world_is(w, id, "active", "0") && scst_is_open(w, id)) {
		world_remove(w, id);
		return REFUSE(EBUSY, "another device has the block device open");
	}
	scst_generate_ids(w, id);
	scst_copy_units(w);
	return 0;
}

static int delete_device(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id)
		return REFUSE(EINVAL, "no such device");
	world_drop_referrers(w, rq->id, SCST_LUN);
	world_drop_referrers(w, rq->id, SCST_CM_LUN);
	world_drop_referrers(w, rq->id, SCST_DG_DEVICE);
	world_remove(w, rq->id);
	return 0;
}

/* ---- targets */

static int create_target(struct world *w, const struct request *rq, const char **why)
{
	obj_id id;

	if (rq->id)
		return REFUSE(rq->kind == SCST_LOCAL_TARGET ? EFAULT : EEXIST, "the target exists");
	id = world_add(w, rq->parent, rq->kind, rq->name);
	request_at_create(rq, w, id);
	if (rq->kind == SCST_LOCAL_TARGET)
		world_set(w, id, "rel_tgt_id", text_format("%u", w->rolling++));
	return 0;
}

static int delete_target(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id)
		return REFUSE(ENOENT, "no such target");
	world_drop_referrers(w, rq->id, SCST_TG_TARGET);
	world_remove(w, rq->id);
	return 0;
}

/* ---- LUNs */

void scst_fold_read_only(struct world *w, obj_id lun)
{
	if (world_is(w, w->obj[lun].ref, "read_only", "1"))
		world_set(w, lun, "read_only", "1");
}

static int point_lun(struct world *w, const struct request *rq, obj_id lun, obj_id device)
{
	const char *read_only = request_value(rq, "read_only");

	w->obj[lun].ref = (uint16_t)device;
	world_unset(w, lun, "read_only");
	if (read_only)
		world_set(w, lun, "read_only", read_only);
	scst_fold_read_only(w, lun);
	return 0;
}

/* copy_manager itself takes any device when that is made; nobody can give it one that cannot be written. */
static bool is_unplaceable(const struct world *w, obj_id device)
{
	return w->obj[device].kind == SCST_CDROM_DEVICE || world_is(w, device, "read_only", "1");
}

static int create_lun(struct world *w, const struct request *rq, const char **why)
{
	obj_id device = scst_device(w, rq->ref);

	if (!device)
		return REFUSE(EINVAL, "LUN of an unknown device");
	if (rq->id && rq->kind == SCST_CM_LUN && w->obj[rq->id].ref == device)
		return point_lun(w, rq, rq->id, device);
	/* Numbers that the copy manager gave by itself mean nothing: who holds the wanted one gets another. */
	if (rq->id && rq->kind == SCST_CM_LUN) {
		obj_id squatter = w->obj[rq->id].ref, moved;

		if (is_unplaceable(w, squatter))
			return REFUSE(EBUSY, "a unit is in the way that nobody could bring back");
		world_remove(w, rq->id);
		moved = world_add(w, rq->parent, rq->kind, text_format("%u", w->rolling++));
		w->obj[moved].ref = (uint16_t)squatter;
		scst_fold_read_only(w, moved);
	} else if (rq->id) {
		return REFUSE(EEXIST, "the LUN is in use");
	}
	/* A declared unit takes the place of the one that the copy manager made by itself: the executor sees to that. */
	if (rq->kind == SCST_CM_LUN)
		world_drop_referrers(w, device, SCST_CM_LUN);
	return point_lun(w, rq, world_add(w, rq->parent, rq->kind, rq->name), device);
}

/*
 * The kernel made a unit for the device when that was created; who executes the plan sees to it that
 * the device has one, at the number that is declared.
 */
static int create_copy_unit(struct world *w, const struct request *rq, const char **why)
{
	obj_id device = scst_device(w, rq->ref);

	if (device && rq->id && w->obj[rq->id].ref == device)
		return 0;
	if (device && is_unplaceable(w, device))
		return REFUSE(EINVAL, "copy_manager takes no device that cannot be written");
	if (device && !rq->id)
		world_drop_referrers(w, device, SCST_CM_LUN);
	return create_lun(w, rq, why);
}

static int replace_lun(struct world *w, const struct request *rq, const char **why)
{
	obj_id device = scst_device(w, rq->ref);
	obj_id lun = rq->id;

	if (!device)
		return REFUSE(EINVAL, "LUN of an unknown device");
	if (!lun)
		lun = world_add(w, rq->parent, rq->kind, rq->name);
	return point_lun(w, rq, lun, device);
}

/* ---- groups */

/* Sessions outlive the switching off of a target, so one may be in the group though it is off. */
static int delete_group(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id)
		return REFUSE(EINVAL, "no such group");
	if (world_count(w, rq->id, SCST_INITIATOR))
		return REFUSE(EBUSY, "a session may be in the group");
	world_remove(w, rq->id);
	return 0;
}

static int move_initiator(struct world *w, const struct lw_plan *plan, const struct op *op,
			  const struct request *rq, const char **why)
{
	int group = world_locate(w, plan->goal, lw_node_parent(plan->goal, op->goal));
	const char *name = lw_node_name(plan->goal, op->goal);

	if (!rq->id)
		return REFUSE(EINVAL, "no such initiator");
	if (group < 0)
		return REFUSE(EINVAL, "no such group");
	if (world_find(w, (obj_id)group, SCST_INITIATOR, name))
		return REFUSE(EEXIST, "the group has the initiator");
	w->obj[rq->id].parent = (uint16_t)group;
	return 0;
}

/* ---- device groups */

static bool in_some_group(const struct world *w, obj_id device)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, SCST_DG_DEVICE));)
		if (w->obj[id].ref == device)
			return true;
	return false;
}

static int create_dg_device(struct world *w, const struct request *rq, const char **why)
{
	obj_id device = scst_device(w, rq->ref), id;

	if (!device)
		return REFUSE(EINVAL, "unknown device");
	if (in_some_group(w, device))
		return REFUSE(EEXIST, "the device is in a device group");
	id = world_add(w, rq->parent, rq->kind, rq->name);
	w->obj[id].ref = (uint16_t)device;
	return 0;
}

static int create_tg_target(struct world *w, const struct request *rq, const char **why)
{
	obj_id dg = w->obj[rq->parent].parent, target, id;

	for (obj_id tg = 0; (tg = world_next(w, tg, dg, SCST_TARGET_GROUP));)
		if (world_find(w, tg, SCST_TG_TARGET, rq->name))
			return REFUSE(EEXIST, "the device group has the target");
	target = scst_target(w, rq->name);
	id = world_add(w, rq->parent, rq->kind, rq->name);
	w->obj[id].ref = (uint16_t)target;
	if (!target) {
		w->obj[id].ref_name = rq->name;
		world_set(w, id, "rel_tgt_id", "0");
	}
	return 0;
}

/* ---- */

/* Nothing that a plan may do by the way: the kernel would let it. */
static int delete_copy_unit(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id)
		return REFUSE(EINVAL, "there is no such unit");
	if (is_unplaceable(w, w->obj[rq->id].ref))
		return REFUSE(EPERM, "a unit that nobody could bring back");
	world_remove(w, rq->id);
	return 0;
}

static int create_plain(struct world *w, const struct request *rq, const char **why)
{
	if (rq->id)
		return REFUSE(EEXIST, "it exists");
	request_at_create(rq, w, world_add(w, rq->parent, rq->kind, rq->name));
	return 0;
}

static int delete_plain(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id)
		return REFUSE(EINVAL, "there is no such thing");
	world_remove(w, rq->id);
	return 0;
}

static int create(struct world *w, const struct request *rq, const char **why)
{
	if (scst_is_device(rq->kind))
		return create_device(w, rq, why);
	switch (rq->kind) {
	case SCST_ISCSI_TARGET:
	case SCST_LOCAL_TARGET:
		return create_target(w, rq, why);
	case SCST_LUN:
		return create_lun(w, rq, why);
	case SCST_CM_LUN:
		return create_copy_unit(w, rq, why);
	case SCST_DG_DEVICE:
		return create_dg_device(w, rq, why);
	case SCST_TG_TARGET:
		return create_tg_target(w, rq, why);
	case SCST_GROUP:
	case SCST_INITIATOR:
	case SCST_DEVICE_GROUP:
	case SCST_TARGET_GROUP:
		return create_plain(w, rq, why);
	default:
		return REFUSE(EPERM, "nobody can create that");
	}
}

static int delete (struct world *w, const struct request *rq, const char **why)
{
	if (scst_is_device(rq->kind))
		return delete_device(w, rq, why);
	switch (rq->kind) {
	case SCST_ISCSI_TARGET:
	case SCST_LOCAL_TARGET:
		return delete_target(w, rq, why);
	case SCST_GROUP:
		return delete_group(w, rq, why);
	case SCST_CM_LUN:
		return delete_copy_unit(w, rq, why);
	case SCST_LUN:
	case SCST_INITIATOR:
	case SCST_DEVICE_GROUP:
	case SCST_DG_DEVICE:
	case SCST_TARGET_GROUP:
	case SCST_TG_TARGET:
		return delete_plain(w, rq, why);
	default:
		return REFUSE(EPERM, "nobody can delete that");
	}
}

/* A bracket: nobody logs in, and the I/O of those who are in waits. */
static int bracket(struct world *w, const struct request *rq, const char **why)
{
	bool open = rq->verb == LW_OPEN;
	int r = 0;

	if (!rq->id || !scst_is_target(rq->kind))
		return REFUSE(EINVAL, "no export to close or open");
	if (w->obj[rq->id].closed != open)
		return REFUSE(EINVAL, open ? "opened, but not closed" : "closed twice");
	if (rq->kind == SCST_ISCSI_TARGET)
		r = scst_enable(w, rq->id, open, why);
	if (r == 0)
		w->obj[rq->id].closed = !open;
	return r;
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
		return scst_set(w, &rq, why);
	case LW_ADDVAL:
	case LW_DELVAL:
	case LW_CHVAL:
		return scst_values(w, &rq, why);
	case LW_REPLACE:
		return rq.kind == SCST_LUN ? replace_lun(w, &rq, why)
					   : REFUSE(EINVAL, "no replace here");
	case LW_MOVE:
		return rq.kind == SCST_INITIATOR ? move_initiator(w, plan, &plan->ops[n], &rq, why)
						 : REFUSE(EINVAL, "no move here");
	case LW_CLOSE:
	case LW_OPEN:
		return bracket(w, &rq, why);
	default:
		return REFUSE(EINVAL, "an operation that nobody executes");
	}
}

static void killed(struct world *w)
{
	for (obj_id id = 0; (id = world_next(w, id, WORLD_ANY, -1));)
		w->obj[id].closed = false;
}

static void foreign(struct world *w)
{
	obj_id handler = world_find(w, 0, SCST_NULLIO_HANDLER, "vdisk_nullio");
	obj_id driver = world_find(w, 0, SCST_ISCSI_DRIVER, "iscsi");
	obj_id device = world_add(w, handler, SCST_NULLIO_DEVICE, "foreign");
	obj_id target = world_add(w, driver, SCST_ISCSI_TARGET, "iqn.2026-01.lw:foreign");
	obj_id copies = world_next(w, 0, WORLD_ANY, SCST_CM_TARGET);

	/* The same whatever the kernel has seen before. */
	world_set(w, device, "usn", "foreign");
	world_set(w, device, "t10_dev_id", "foreign");
	world_set(w, device, "vend_specific_id", "foreign");
	scst_generate_ids(w, device);
	w->obj[world_add(w, copies, SCST_CM_LUN, "4000")].ref = (uint16_t)device;
	world_set(w, target, "rel_tgt_id", "77");
	world_set(w, target, "enabled", "1");
	w->obj[world_add(w, target, SCST_LUN, "0")].ref = (uint16_t)device;
}

static const char *export_name(const struct lw_tree *tree, lw_node node)
{
	return lw_node_name(tree, node);
}

const struct model scst_model = {
	.name = "scst",
	.random = scst_random,
	.mutate = scst_mutate,
	.exec = execute,
	.reach = scst_reach,
	.client = scst_client,
	.export_name = export_name,
	.killed = killed,
	.foreign = foreign,
	.settle = scst_settle,
};
