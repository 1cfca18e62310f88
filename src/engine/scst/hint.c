/* SPDX-License-Identifier: Apache-2.0 */
/* What to do about a refusal. SCST says EINVAL for most things; where the recorded kernels mean one thing, it is said. */
#include <errno.h>

#include "base/mem.h"
#include "engine/scst/exec.h"
#include "schema/scst_kinds.h"

#define ANY_VERB UINT8_MAX
#define ANY_KIND UINT64_MAX
#define ISCSI (LW_KIND(SCST_ISCSI_DRIVER) | LW_KIND(SCST_ISCSI_TARGET))

static const struct {
	uint64_t kinds;
	int err;
	uint8_t verb;
	const char *hint;
} hints[] = {
	{ ISCSI, -EPERM, ANY_VERB, "is the daemon, iscsi-scstd, running?" },
	{ ISCSI, -ENOENT, LW_SETATTR, "is the daemon, iscsi-scstd, running?" },
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
	{ ANY_KIND, -ENOENT, LW_SETATTR, "this SCST has no such attribute" },
};

void scst_hint(const struct lw_executor *x, const struct op *op, int err, struct lw_error *error)
{
	const struct lw_tree *tree = op->goal ? x->plan->goal : x->plan->have;
	unsigned kind = node_at(tree, op->goal ? op->goal : op->have)->kind;

	for (size_t i = 0; i < LW_ARRAY_LEN(hints); i++) {
		if (hints[i].err != err || !lw_kind_in(hints[i].kinds, kind) ||
		    (hints[i].verb != ANY_VERB && hints[i].verb != op->verb))
			continue;
		lw_error_hint(error, "%s", hints[i].hint);
		return;
	}
}
