/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SCST's tree, read from top to bottom: devices before what refers to them. Sessions, statistics and
 * latency counters are the bulk of the kernel's tree and no configuration; their directories are not
 * entered.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "engine/scst/command.h"
#include "engine/scst/execute.h"
#include "engine/scst/files.h"
#include "engine/scst/modules.h"
#include "engine/scst/reader.h"
#include "engine/scst/scst.h"
#include "schema/schema.h"

static int read_root(struct scst_reader *reader, lw_node root)
{
	LW_AUTO_KT_LIST struct lw_kt_list list = LW_KT_LIST_INIT;
	int r;

	r = scst_list(reader, &list);
	lw_tree_set_depth(reader->tree, root, scst_depth(reader, root));
	if (!r)
		r = scst_attrs(reader, root, &list);
	node_at(reader->tree, root)->origin = LW_FROM_OBSERVED;
	return r;
}

static int read_all(struct scst_reader *reader)
{
	lw_node root = lw_tree_root(reader->tree);
	int r;

	r = read_root(reader, root);
	if (!r)
		r = scst_read_handlers(reader, root);
	if (!r)
		r = scst_read_targets(reader, root);
	if (!r)
		r = scst_ask_devices(reader, root);
	if (!r)
		r = scst_read_device_groups(reader, root);
	if (!r && lw_tree_status(reader->tree) < 0)
		r = lw_error_memory(&reader->why);
	if (r == SCST_GONE)
		r = scst_unloaded(reader);
	return r;
}

static int scst_read(struct lw_ktree *kt, const struct lw_engine_read_options *options,
		     struct lw_tree *tree, struct lw_report *report, struct lw_error *error)
{
	const struct lw_engine_read_options usual = LW_ENGINE_READ_OPTIONS_INIT;
	struct scst_reader reader = {
		.kt = kt,
		.tree = tree,
		.report = report,
		.path = LW_STR_INIT,
		.value = LW_STR_INIT,
		.why = LW_ERROR_INIT,
	};
	int r;

	if (!options)
		options = &usual;
	reader.attrs = options->depth != LW_DEPTH_NAME;
	reader.asked = options->depth == LW_DEPTH_ASKED;
	reader.ask = options->ask;
	reader.whole = options->whole;
	reader.sessions = options->flags & LW_READ_SESSIONS;
	reader.counters = options->flags & LW_READ_COUNTERS;
	reader.agreed = options->flags & LW_READ_AGREED;
	reader.identity = options->identity;
	r = read_all(&reader);
	lw_str_done(&reader.path);
	lw_str_done(&reader.value);
	if (r >= 0) {
		/* Without a target there is none. */
		if (!reader.unseen)
			lw_tree_know_sessions(tree);
		return 0;
	}

	lw_error_set(error, r, reader.why.code, "cannot read SCST: %s", reader.why.message);
	lw_error_object(error, reader.why.object);
	if (reader.why.hint[0])
		lw_error_hint(error, "%s", reader.why.hint);
	return r;
}

/* "SCST version: 3.11.0-pre", the first line of several; a text that is not like that is shown as it is. */
static void read_version(struct lw_ktree *kt, struct lw_engine_state *ret)
{
	static const char title[] = "SCST version: ";
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	const char *version;

	if (lw_kt_read(kt, "version", &text, NULL) < 0)
		return;
	version = lw_str_text(&text);
	if (!strncmp(version, title, strlen(title)))
		version += strlen(title);
	snprintf(ret->version, sizeof(ret->version), "%.*s", (int)strcspn(version, "\n"), version);
}

/* iSCSI targets live as long as their daemon; without the driver nobody needs one. */
static void scst_state(struct lw_ktree *kt, struct lw_engine_state *ret)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	read_version(kt, ret);
	if (lw_kt_read(kt, "targets/iscsi/open_state", &text, NULL) < 0)
		return;
	snprintf(ret->daemon, sizeof(ret->daemon), "iscsi-scstd");
	ret->daemon_runs = !strncmp(lw_str_text(&text), "open", 4);
}

const struct lw_engine lw_engine_scst = {
	.size = sizeof(lw_engine_scst),
	.name = "scst",
	.root = "/sys/kernel/scst_tgt",
	.witness = "last_sysfs_mgmt_res",
	.schema = &lw_schema_scst,
	.pause_file = "suspend",
	.pause_lift = SCST_RESUME,
	.read = scst_read,
	.files = scst_files,
	.act = scst_act,
	.state = scst_state,
	.modules = scst_modules,
	.fit = scst_fit,
	.commands = scst_commands,
	.begin = scst_begin,
	.execute = scst_execute,
	.end = scst_end,
	.pause = scst_pause,
	.resume = scst_resume,
};
