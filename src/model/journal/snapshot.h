/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a plan overwrites and deletes, kept as a tree, and the way back. (Any room.)
 *
 * A snapshot is an ordinary tree of what was there, so it is written and read like one (lw_tree_write_json() with
 * LW_JSON_SECRETS), and it holds only what the plan touches:
 *
 *   origin DECLARED       touched: as it was, all that was known of it
 *   origin KEPT           context: an ancestor, or a sibling whose place counts; its name only
 *   flag TEMPORARY        made by the plan: was not there; its name only
 *
 * A plan that was deepened first (every node that it touches read whole) so loses nothing (M20).
 */
#ifndef LW_MODEL_SNAPSHOT_H
#define LW_MODEL_SNAPSHOT_H

#include "model/plan/plan.h"

/** lw_snapshot_make() - what is lost when this plan is executed. @ret shares the texts of the plan. 0 or -ENOMEM. */
int lw_snapshot_make(const struct lw_plan *plan, struct lw_tree **ret);

/**
 * lw_snapshot_goal() - the goal that leads back.
 * @have:      what is there now
 * @snapshots: of the applies to undo, the newest first; of what several know, the oldest counts
 * @ret:       a new tree that shares the texts of @have
 *
 * What no snapshot touched stays as it is now, objects made meanwhile by others too (origin KEPT). Something that the
 * plan made and that such an object refers to stays with it, with a note. Attributes that were unknown stay as they are
 * now. Returns 0, -ENOMEM, or -E2BIG for a tree that is too large, told in @report.
 */
int lw_snapshot_goal(const struct lw_tree *have, const struct lw_tree *const *snapshots,
		     size_t count, struct lw_tree **ret, struct lw_report *report);

#endif
