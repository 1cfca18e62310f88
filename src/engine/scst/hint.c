/* SPDX-License-Identifier: Apache-2.0 */
/* What to do about a refusal. SCST says EINVAL for most things; where the recorded kernels mean one thing, it is said. */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "engine/scst/exec.h"
#include "schema/scst_kinds.h"

#define ANY_VERB UINT8_MAX
#define ISCSI (LW_KIND(SCST_ISCSI_DRIVER) | LW_KIND(SCST_ISCSI_TARGET))

static const struct {
	uint64_t kinds;
	int err;
	uint8_t verb;
	const char *hint;
} hints[] = {
	{ ISCSI, -EPERM, ANY_VERB, "is the daemon, iscsi-scstd, running?" },
	{ ISCSI, -EBUSY, ANY_VERB, "the daemon, iscsi-scstd, does not answer, or sessions exist" },
	{ SCST_TARGETS, -EBADSLT, ANY_VERB, "another enabled target has this rel_tgt_id" },
	{ SCST_DEVICES, -ENOENT, LW_CREATE, "the backing file is not there" },
	{ SCST_DEVICES, -ENOTBLK, LW_CREATE,
	  "vdisk_blockio needs a block device; vdisk_fileio takes files" },
	{ SCST_DEVICES, -EEXIST, LW_CREATE,
	  "another handler has a device of this name, or of the same generated usn" },
	{ SCST_DEVICES, -EACCES, LW_SETATTR, "this can be given when the device is made only" },
	{ LW_KIND(SCST_LOCAL_TARGET), -EFAULT, LW_CREATE, "a target of this name exists" },
	{ LW_KIND(SCST_TG_TARGET) | LW_KIND(SCST_DG_DEVICE), -EEXIST, LW_CREATE,
	  "it is in another group already" },
};

static bool ends_in_mgmt(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && !strcmp(slash, "/mgmt");
}

/* Most files of the iSCSI driver are there while its daemon runs. */
static bool daemon_is_down(struct lw_executor *x, unsigned kind)
{
	return lw_kind_in(ISCSI, kind) &&
	       (lw_kt_read(x->kt, "targets/iscsi/open_state", &x->value, NULL) < 0 ||
		strncmp(lw_str_text(&x->value), "open", 4) != 0);
}

static void hint_no_file(struct lw_executor *x, unsigned kind, const char *path,
			 struct lw_error *error)
{
	if (daemon_is_down(x, kind))
		lw_error_hint(error, "is the daemon, iscsi-scstd, running?");
	else if (scst_no_such_file(x, path, -ENOENT))
		lw_error_hint(error, "this SCST has no such attribute");
	else if (ends_in_mgmt(path))
		lw_error_hint(error, "there is no such file: is a kernel module missing?");
	else
		lw_error_hint(error, "the object is not there any more");
}

/* The attribute is there, so it is the file behind the device that is not: what is opened, or named, now. */
static bool hint_backing(const struct op *op, const struct lw_tree *tree, lw_node node,
			 struct lw_error *error)
{
	const struct lw_attr_spec *spec =
		op->attr == NO_ATTR ? NULL
				    : lw_tree_attr_spec(tree, node_at(tree, node)->kind, op->attr);
	const char *file = lw_node_value(tree, node, "filename");

	if (!spec || !(spec->flags & (LW_A_ACTIVE | LW_A_MEDIUM | LW_A_BACKING)))
		return false;
	if (file && *file)
		lw_error_hint(error, "the backing file %s is not there", file);
	else
		lw_error_hint(error, "the backing file is not there");
	return true;
}

void scst_hint(struct lw_executor *x, const struct op *op, const char *path, int err,
	       struct lw_error *error)
{
	const struct lw_tree *tree = op->goal ? x->plan->goal : x->plan->have;
	lw_node node = op->goal ? op->goal : op->have;
	unsigned kind = node_at(tree, node)->kind;

	if (err == -ENOENT && !scst_exists(x, path, NULL)) {
		hint_no_file(x, kind, path, error);
		return;
	}
	if (err == -ENOENT && op->verb == LW_SETATTR && hint_backing(op, tree, node, error))
		return;
	for (size_t i = 0; i < LW_ARRAY_LEN(hints); i++) {
		if (hints[i].err != err || !lw_kind_in(hints[i].kinds, kind) ||
		    (hints[i].verb != ANY_VERB && hints[i].verb != op->verb))
			continue;
		lw_error_hint(error, "%s", hints[i].hint);
		return;
	}
}
