/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/load.h"

#include <errno.h>
#include <string.h>

#include "base/fail.h"
#include "base/file.h"
#include "cli/output.h"
#include "lunward/engine.h"

static void report_error(struct lw_report *report, const struct cli_input *input, enum lw_code code,
			 const char *message, const char *hint)
{
	struct lw_problem problem = {
		.size = sizeof(problem),
		.severity = LW_ERROR,
		.code = code,
		.file = input->name,
		.message = message,
		.hint = hint,
	};

	lw_report_add(report, &problem);
}

int cli_exit_code(int r)
{
	if (!r)
		return CLI_DONE;
	return r == -ENOMEM ? cli_memory() : CLI_INVALID;
}

/* In the words of who gave the file: its name is the problem's place and need not be said again. */
static int read_text(const struct cli_input *input, const char *path, struct lw_str *text,
		     struct lw_report *report)
{
	LW_AUTO_STR struct lw_str words = LW_STR_INIT;
	struct lw_error error = LW_ERROR_INIT;
	int r;

	r = lw_file_read_all(path, LW_FORMAT_MAX, text, &error);
	if (!r)
		return CLI_DONE;
	if (r == -ENOMEM)
		return cli_memory();
	lw_str_add(&words, "cannot be read: ");
	if (r == -EFBIG)
		lw_str_addf(&words, "it is longer than %zu bytes", (size_t)LW_FORMAT_MAX);
	else
		lw_str_add(&words, strerror(-r));
	if (lw_str_bad(&words))
		return cli_memory();
	report_error(report, input, error.code, lw_str_text(&words), NULL);
	return CLI_INVALID;
}

static int parse(const struct lw_str *text, const struct lw_tree *share, struct lw_report *report,
		 struct cli_input *ret)
{
	int r;

	if (ret->format == LW_FORMAT_UNKNOWN) {
		report_error(report, ret, LW_CODE_UNKNOWN, "cannot tell what language this is",
			     "say it with --as: scst.conf, tree or recorded");
		return CLI_INVALID;
	}
	if (ret->format == LW_FORMAT_RECORDED)
		r = lw_recorded_read(ret->name, lw_str_text(text), text->len, 0, share, &ret->tree,
				     report);
	else
		r = lw_format_read(ret->format, ret->name, lw_str_text(text), text->len, share,
				   &ret->tree, report);
	if (r < 0 && r != -ENOMEM && !lw_report_count(report, LW_ERROR))
		report_error(report, ret, lw_code_from_errno(r), strerror(-r), NULL);
	return cli_exit_code(r);
}

/*
 * Canon may change names ("0x10"), and with them what references find. A tree with illegal values is of no use, but it is
 * checked all the same: one look shall show everything that is wrong.
 */
static int settle(struct lw_tree *tree, struct lw_report *report)
{
	int canon, r;

	canon = lw_tree_status(tree);
	if (!canon)
		canon = lw_tree_canon(tree, report);
	if (canon && canon != -EINVAL)
		return cli_exit_code(canon);
	r = lw_tree_resolve(tree);
	if (!r && canon)
		r = lw_tree_check(tree, report);
	return cli_exit_code(r ? r : canon);
}

int cli_load(const struct cli_args *args, const char *path, const struct lw_tree *share,
	     struct lw_report *report, struct cli_input *ret)
{
	const char *as = args->value[CLI_OPT_AS];
	struct lw_str text = LW_STR_INIT;
	struct lw_tree *tree;
	int r;

	*ret = (struct cli_input){ .name = strcmp(path, "-") ? path : "<stdin>" };
	r = read_text(ret, path, &text, report);
	if (!r) {
		ret->format =
			as ? lw_format_find(as) : lw_format_guess(lw_str_text(&text), text.len);
		r = parse(&text, share, report, ret);
	}
	lw_str_done(&text); /* before the tree grows any further: the text may be large */
	if (!r) {
		ret->schema = lw_tree_schema(ret->tree);
		r = settle(ret->tree, report);
	}
	if (r) {
		tree = ret->tree;
		ret->tree = NULL;
		lw_tree_free(tree);
	}
	return r;
}

int cli_check(const struct cli_input *input, struct lw_report *report)
{
	if (input->format == LW_FORMAT_RECORDED)
		return CLI_DONE;
	return cli_exit_code(lw_tree_check(input->tree, report));
}

bool cli_is_observed(const struct cli_input *input)
{
	return input->format == LW_FORMAT_RECORDED ||
	       lw_node_depth(input->tree, lw_tree_root(input->tree)) == LW_DEPTH_FULL;
}

static int same_vocabulary(const struct cli_input in[2], struct lw_report *report)
{
	LW_AUTO_STR struct lw_str words = LW_STR_INIT;

	if (in[0].schema == in[1].schema)
		return CLI_DONE;
	lw_str_addf(&words, "describes %s, but %s describes %s: the two cannot be compared",
		    lw_schema_name(in[1].schema), in[0].name, lw_schema_name(in[0].schema));
	if (lw_str_bad(&words))
		return cli_memory();
	report_error(report, &in[1], LW_CODE_CONFLICT, lw_str_text(&words), NULL);
	return CLI_INVALID;
}

int cli_load_pair(const struct cli_args *args, const char *const path[2],
		  struct lw_report *const report[2], struct cli_input ret[2])
{
	int a, b;

	ret[0] = ret[1] = (struct cli_input){ 0 };
	if (!strcmp(path[0], "-") && !strcmp(path[1], "-")) {
		cli_say("standard input can be only one of the two");
		return CLI_INVALID;
	}
	/* Both are read whatever the first one holds: all mistakes at once. */
	a = cli_load(args, path[0], NULL, report[0], &ret[0]);
	if (a == CLI_FAILED)
		return a;
	b = cli_load(args, path[1], ret[0].tree, report[1], &ret[1]);
	if (b == CLI_FAILED || a || b)
		return b == CLI_FAILED ? b : CLI_INVALID;
	return same_vocabulary(ret, report[1]);
}
