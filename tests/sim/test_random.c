/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Commands in any order, most of them possible: whatever goes takes along all that leads to it. Behind every few the whole
 * tree is walked: each link leads to a directory that is there, each file can be read or says why not. With sanitizers this
 * also finds what was freed too early.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "sim_test.h"

#define ROUNDS 40
#define COMMANDS 400
#define WALK_EVERY 40

static uint64_t random_state;

static unsigned any(unsigned below)
{
	random_state = random_state * 6364136223846793005U + 1442695040888963407U;
	return (unsigned)(random_state >> 33) % below;
}

/* Where, and what. '@' stands for a digit, drawn anew each time: names are few, so they meet. */
static const struct {
	const char *path, *data;
} templates[] = {
	{ "handlers/vdisk_nullio/mgmt", "add_device d@ size_mb=@" },
	{ "handlers/vdisk_nullio/mgmt", "add_device d@ read_only=1;rotational=0" },
	{ "handlers/vdisk_fileio/mgmt", "add_device d@ filename=/f@;dif_mode=tgt" },
	{ "handlers/vdisk_blockio/mgmt", "add_device d@ filename=/b@;active=0" },
	{ "handlers/vcdrom/mgmt", "add_device d@" },
	{ "handlers/vdisk_fileio/mgmt", "del_device d@" },
	{ "handlers/dev_disk/mgmt", "add_device @:0:0:0" },
	{ "handlers/dev_disk/mgmt", "del_device @:0:0:0" },
	{ "handlers/dev_disk_perf/mgmt", "add_device @:0:0:0" },
	{ "devices/d@/active", "1" },
	{ "devices/d@/filename", "/f@" },
	{ "devices/d@/threads_num", "@" },
	{ "devices/d@/pr_file_name", "/x" },
	{ "devices/d@/usn", "@@@" },
	{ "targets/iscsi/mgmt", "add_target t@" },
	{ "targets/iscsi/mgmt", "add_target t@ IncomingUser=u 12charsecret;HeaderDigest=CRC32C" },
	{ "targets/iscsi/mgmt", "del_target t@" },
	{ "targets/iscsi/mgmt", "add_target_attribute t@ IncomingUser u@ 12charsecret" },
	{ "targets/iscsi/mgmt", "add_target_attribute t@ OutgoingUser u@ 12charsecret" },
	{ "targets/iscsi/mgmt", "del_target_attribute t@ IncomingUser u@" },
	{ "targets/iscsi/mgmt", "add_target_attribute t@ allowed_portal 10.0.0.@" },
	{ "targets/iscsi/t@/enabled", "1" },
	{ "targets/iscsi/t@/rel_tgt_id", "@" },
	{ "targets/iscsi/enabled", "1" },
	{ "targets/iscsi/t@/luns/mgmt", "add d@ @" },
	{ "targets/iscsi/t@/luns/mgmt", "replace d@ @ read_only=1" },
	{ "targets/iscsi/t@/luns/mgmt", "del @" },
	{ "targets/iscsi/t@/luns/mgmt", "add @:0:0:0 @" },
	{ "targets/iscsi/t@/ini_groups/mgmt", "create g@" },
	{ "targets/iscsi/t@/ini_groups/mgmt", "del g@" },
	{ "targets/iscsi/t@/ini_groups/g@/luns/mgmt", "add d@ @" },
	{ "targets/iscsi/t@/ini_groups/g@/luns/mgmt", "clear" },
	{ "targets/iscsi/t@/ini_groups/g@/initiators/mgmt", "add i@" },
	{ "targets/iscsi/t@/ini_groups/g@/initiators/mgmt", "add !i@*" },
	{ "targets/iscsi/t@/ini_groups/g@/initiators/mgmt", "move i@ g@" },
	{ "targets/iscsi/t@/ini_groups/g@/initiators/mgmt", "del i@" },
	{ "targets/iscsi/t@/sessions/i@/force_close", "1" },
	{ "targets/scst_local/mgmt", "add_target l@ session_name=i@;session_name=i@" },
	{ "targets/scst_local/mgmt", "add_session l@ i@" },
	{ "targets/scst_local/mgmt", "del_session l@ i@" },
	{ "targets/scst_local/mgmt", "del_target l@" },
	{ "targets/scst_local/l@/luns/mgmt", "add d@ @" },
	{ "targets/copy_manager/copy_manager_tgt/luns/mgmt", "add d@ @" },
	{ "targets/copy_manager/copy_manager_tgt/luns/mgmt", "del @" },
	{ "device_groups/mgmt", "create dg@" },
	{ "device_groups/mgmt", "del dg@" },
	{ "device_groups/dg@/devices/mgmt", "add d@" },
	{ "device_groups/dg@/devices/mgmt", "del d@" },
	{ "device_groups/dg@/target_groups/mgmt", "create tg@" },
	{ "device_groups/dg@/target_groups/mgmt", "del tg@" },
	{ "device_groups/dg@/target_groups/tg@/mgmt", "add t@" },
	{ "device_groups/dg@/target_groups/tg@/mgmt", "add l@" },
	{ "device_groups/dg@/target_groups/tg@/mgmt", "del t@" },
	{ "device_groups/dg@/target_groups/tg@/state", "standby" },
	{ "device_groups/dg@/target_groups/tg@/state", "active" },
	{ "targets/qla2x00t/50:00:00:00:00:00:00:0@/enabled", "1" },
	{ "targets/qla2x00t/mgmt",
	  "add_target 20:00:00:00:00:00:00:0@ node_name=20:00:00:00:00:00:00:0a;"
	  "parent_host=50:00:00:00:00:00:00:0@" },
	{ "targets/qla2x00t/mgmt", "del_target 20:00:00:00:00:00:00:0@" },
	{ "targets/qla2x00t/20:00:00:00:00:00:00:0@/luns/mgmt", "add d@ @" },
	{ "last_sysfs_mgmt_res", NULL },
	/* Without a path: about the world outside. */
	{ NULL, "login iscsi t@ i@" },
	{ NULL, "login iscsi t@ i@" },
	{ NULL, "logout iscsi t@ i@" },
	{ NULL, "disk @:0:0:0" },
	{ NULL, "nodisk @:0:0:0" },
	{ NULL, "user d@" },
	{ NULL, "nouser d@" },
	{ NULL, "port qla2x00t 50:00:00:00:00:00:00:0@" },
	{ NULL, "noport qla2x00t 50:00:00:00:00:00:00:0@" },
	{ NULL, "login qla2x00t 50:00:00:00:00:00:00:0@ i@" },
	{ NULL, "eagain nth @ 2" },
};

/* These sweep much away: rarely. */
static const char *const sweeping[] = {
	"daemon down",	     "daemon up",	"unload scst_vdisk", "load scst_vdisk",
	"unload scst_local", "load scst_local", "unload iscsi-scst", "load iscsi-scst",
	"unload scst_disk",  "load scst_disk",	"unload qla2x00tgt", "load qla2x00tgt",
};

static void draw(const char *template, char *ret)
{
	for (; *template; template ++)
		*ret++ = (char)(*template == '@' ? '0' + (int)any(4) : *template);
	*ret = '\0';
}

/* Returns 1 when a write was obeyed. */
static unsigned one(struct sim *sim)
{
	LW_AUTO_STR struct lw_str last = LW_STR_INIT;
	char path[256], data[256];
	unsigned n = any(LW_ARRAY_LEN(templates));

	if (!any(100)) {
		sim_control(sim, sweeping[any(LW_ARRAY_LEN(sweeping))], NULL);
		return 0;
	}
	if (!templates[n].data) {
		sim_read(sim, templates[n].path, &last);
		return 0;
	}
	draw(templates[n].data, data);
	if (!templates[n].path) {
		sim_control(sim, data, NULL);
		return 0;
	}
	draw(templates[n].path, path);
	return sim_write(sim, path, data, strlen(data)) > 0;
}

/* ---- the walk */

struct walk {
	struct sim *sim;
	struct lw_str path;
	unsigned nodes;
};

/* "a/b/link" saying "../c" leads to "a/c". */
static void check_link(struct walk *walk)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, at = LW_STR_INIT;
	const char *rest, *slash = strrchr(lw_str_text(&walk->path), '/');

	assert_int_equal(sim_readlink(walk->sim, lw_str_text(&walk->path), &text), 0);
	/* Out of the tree: a SCSI device or host. */
	if (strstr(lw_str_text(&text), "/devices/pseudo_0/") ||
	    strstr(lw_str_text(&text), "/devices/scst_local/") ||
	    strstr(lw_str_text(&text), "/devices/pci0000:00/"))
		return;
	lw_str_add_bytes(&at, lw_str_text(&walk->path), (size_t)(slash - lw_str_text(&walk->path)));
	for (rest = lw_str_text(&text); !strncmp(rest, "../", 3); rest += 3) {
		char *up = strrchr(lw_str_text(&at), '/');

		at.len = up ? (size_t)(up - at.data) : 0;
		at.data[at.len] = '\0';
	}
	lw_str_addf(&at, "%s%s", at.len ? "/" : "", rest);
	if (!there(walk->sim, lw_str_text(&at)))
		fail_msg("%s leads to %s, which is not there", lw_str_text(&walk->path),
			 lw_str_text(&at));
}

static int visit(void *ctx, const char *name, const struct sim_stat *stat)
{
	struct walk *walk = ctx;
	size_t len = walk->path.len;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int err = 0;

	if (len)
		lw_str_add_char(&walk->path, '/');
	lw_str_add(&walk->path, name);
	walk->nodes++;
	if (stat->type == 'l')
		check_link(walk);
	else if (stat->type == 'f')
		err = sim_read(walk->sim, lw_str_text(&walk->path), &text);
	else
		assert_int_equal(sim_list(walk->sim, lw_str_text(&walk->path), visit, walk), 0);
	/* Write-only, pending, or an OutgoingUser that is spoilt. */
	if (err && err != -EACCES && err != -EAGAIN && err != -EINVAL)
		fail_msg("%s: %s", lw_str_text(&walk->path), strerror(-err));
	walk->path.len = len;
	walk->path.data[len] = '\0';
	return 0;
}

static unsigned walk_all(struct sim *sim)
{
	struct walk walk = { sim, LW_STR_INIT, 0 };

	lw_str_add(&walk.path, "");
	assert_int_equal(sim_list(sim, "", visit, &walk), 0);
	lw_str_done(&walk.path);
	return walk.nodes;
}

static struct sim *begin(void)
{
	struct sim *sim = sim_new(NULL);

	assert_non_null(sim);
	control(sim, "state fresh");
	control(sim, "load qla2x00tgt");
	for (char c = '0'; c < '4'; c++) {
		char text[64];

		snprintf(text, sizeof(text), "file /f%c 8192", c);
		control(sim, text);
		snprintf(text, sizeof(text), "block /b%c 8192", c);
		control(sim, text);
	}
	return sim;
}

static void test_any_order(void **unused)
{
	unsigned long nodes = 0, obeyed = 0;
	unsigned long rounds = getenv("LW_TEST_LONG") ? ROUNDS * 50 : ROUNDS;
	const char *seed = getenv("LW_SEED");

	(void)unused;
	for (unsigned long round = 0; round < rounds; round++) {
		struct sim *sim = begin();

		random_state = seed ? strtoull(seed, NULL, 0) : round;
		for (unsigned i = 1; i <= COMMANDS; i++) {
			obeyed += one(sim);
			if (i % WALK_EVERY == 0)
				nodes += walk_all(sim);
		}
		sim_free(sim);
	}
	print_message("# %lu of %lu commands obeyed, %lu nodes seen\n", obeyed, rounds * COMMANDS,
		      nodes);
	/* Or it would show nothing. */
	assert_true(obeyed > rounds * COMMANDS / 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_any_order) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
