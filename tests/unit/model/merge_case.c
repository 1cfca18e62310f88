/* SPDX-License-Identifier: Apache-2.0 */
#include "merge_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "model/merge/merge.h"
#include "model/tree/tree.h"
#include "test_schema.h"
#include "tree_text.h"

static struct lw_tree *journal_of(const struct merge_case *run, const struct lw_tree *share)
{
	struct lw_tree *tree = tree_text_make(run->schema, share, run->journal);

	/* In these texts what the journal kept is marked by the attribute "kept". */
	for (lw_node n = 1; n < tree->nnode; n++) {
		if (lw_node_state(tree, n, "kept") == LW_SET)
			node_at(tree, n)->origin = LW_FROM_KEPT;
		lw_tree_set_state(tree, n, "kept", LW_UNKNOWN);
	}
	return tree;
}

void merge_case(struct merge_case run)
{
	if (!run.schema)
		run.schema = &test_schema;
	struct lw_tree *want = tree_text_make(run.schema, NULL, run.want);
	struct lw_tree *have = tree_text_make(run.schema, want, run.have);
	struct lw_tree *last = run.last ? tree_text_make(run.schema, NULL, run.last) : NULL;
	struct lw_tree *journal = run.journal ? journal_of(&run, want) : NULL;
	struct lw_report *report = lw_report_new();
	struct lw_tree *goal = NULL, *declared = NULL;

	run.options.size = sizeof(run.options);
	run.options.last = last;
	run.options.journal = journal;
	assert_int_equal(lw_merge_declared(want, have, &run.options, &goal,
					   run.declared ? &declared : NULL, report),
			 run.expect);
	if (run.expect)
		assert_null(goal);
	else
		tree_text_expect(goal, run.goal);
	if (run.report) {
		char *text = tree_text_report(report);

		assert_string_equal(text, run.report);
		free(text);
	}
	if (run.declared)
		tree_text_expect(declared, run.declared);
	lw_tree_free(declared);
	lw_tree_free(goal);
	lw_report_free(report);
	lw_tree_free(journal);
	lw_tree_free(last);
	lw_tree_free(have);
	lw_tree_free(want);
}
