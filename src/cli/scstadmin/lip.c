/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A Fibre Channel port initialises its loop, so that hosts look again. The file for it belongs to the kernel's own Fibre
 * Channel layer, which SCST's tree only points to.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/scstadmin/scstadmin.h"

static int take(void *arg, const struct lw_file_view *file)
{
	struct lw_str *host = arg;

	if (file->text)
		lw_str_add(host, file->text);
	return 0;
}

/* Where the port's own folder is; kernels differ in its name. False when there is none. */
static bool find_port(const struct front *front, lw_node target, const char *host,
		      struct lw_str *ret)
{
	static const char separators[] = { ':', '/' };
	LW_AUTO_FREE char *path = lw_node_path(front->tree, target);

	for (size_t i = 0; path && *host && i < sizeof(separators); i++) {
		lw_str_clear(ret);
		lw_str_addf(ret, "%s/%s/host/device/fc_host%c%s", front_root(front), path,
			    separators[i], host);
		if (!lw_str_bad(ret) && access(lw_str_text(ret), F_OK) == 0)
			return true;
	}
	return false;
}

static bool write_one(const char *path)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool written;

	if (fd < 0) {
		front_print("WARNING: Failed to open file '%s' for writing.\n", path);
		return false;
	}
	written = write(fd, "1", 1) == 1;
	close(fd);
	return written;
}

static int issue_at(const struct front *front, const char *path, const char *name, const char *host)
{
	if (access(path, W_OK) < 0) {
		front_print("Fibre channel driver/target '%s' lacks the ability to issue LIPs, "
			    "ignoring.\n",
			    name);
		return 0;
	}
	front_print("\t-> Issuing LIP on fibre channel driver/target '%s' (%s): ", name, host);
	if (front_has(front, FRONT_DEBUG) || write_one(path)) {
		front_print("done.\n");
		return 0;
	}
	front_print("done.\nWARNING: Failed to issue LIP on driver/target '%s'.\n", name);
	return 1;
}

static int issue(const struct front *front, lw_node target, bool warns)
{
	LW_AUTO_STR struct lw_str host = LW_STR_INIT, path = LW_STR_INIT, name = LW_STR_INIT;
	const struct lw_tree *tree = front->tree;
	const struct lw_file_query query = { .size = sizeof(query),
					     .tree = tree,
					     .node = target,
					     .only = "host",
					     .give = take,
					     .arg = &host };

	lw_str_addf(&name, "%s/%s", lw_node_name(tree, lw_node_parent(tree, target)),
		    lw_node_name(tree, target));
	(void)lw_system_files(front->system, &query, NULL);
	if (!host.len && warns) {
		front_print("\t-> Driver/target '%s' has no 'host' attribute, ignoring.\n",
			    lw_str_text(&name));
		return 0;
	}
	if (!find_port(front, target, lw_str_text(&host), &path)) {
		front_print("\t-> Driver/target is not a fibre channel target, ignoring.\n");
		return 0;
	}
	lw_str_add(&path, "/issue_lip");
	return issue_at(front, lw_str_text(&path), lw_str_text(&name), lw_str_text(&host));
}

static int issue_all(const struct front *front, bool warns)
{
	const struct lw_tree *tree = front->tree;
	LW_AUTO_FREE lw_node *drivers =
		front_children(tree, lw_tree_root(tree), "TARGET_DRIVER", FRONT_BY_NAME);
	int r = 0;

	for (const lw_node *d = drivers; d && *d && !r; d++) {
		LW_AUTO_FREE lw_node *targets = front_children(tree, *d, "TARGET", FRONT_BY_NAME);

		for (const lw_node *t = targets; t && *t && !r; t++)
			r = issue(front, *t, warns);
	}
	return r;
}

static int issue_for(struct front *front, const char *driver, const char *target, bool warns)
{
	const struct lw_tree *tree = front_tree(front);
	lw_node n;

	if (!tree)
		return 1;
	if (!driver || !*driver || !target || !*target)
		return issue_all(front, warns);
	n = front_child(tree, lw_tree_root(tree), "TARGET_DRIVER", driver);
	n = front_child(tree, n, "TARGET", target);
	if (n)
		return issue(front, n, warns);
	front_print("\t-> Driver/target '%s/%s' has no 'host' attribute, ignoring.\n", driver,
		    target);
	return 0;
}

int front_lip(struct front *front, const char *driver, const char *target)
{
	return front_has(front, FRONT_LIP) ? issue_for(front, driver, target, false) : 0;
}

int front_issue_lip(struct front *front, const char *target)
{
	int r = 0;

	front_print("\n-> Making requested changes.\n");
	if (!front_has(front, FRONT_NO_LIP))
		r = issue_for(front, front->value[FRONT_DRIVER], target, true);
	front_print("\t-> Done.\n");
	return r;
}
