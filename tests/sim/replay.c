/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Recorded writes and shell commands. A line "path TAB data TAB => result TAB last=N" is one write; "!command => rc N" was
 * run by a shell, with what it printed behind it in lines that begin with "| ". Of those commands, the ones that change the
 * world are mapped to control commands, and what cat, ls and readlink printed is compared.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/mem.h"
#include "recorded.h"

#define ROOT "/sys/kernel/scst_tgt/"

/* A part of a shell line that begins like this, and the control commands it stands for; "" for none. */
static const struct {
	const char *shell, *control;
} mapped[] = {
	{ "do truncate -s 16M /srv/img/disk$i",
	  "file /srv/img/disk1 16777216;file /srv/img/disk2 16777216;file /srv/img/disk3 16777216;"
	  "file /srv/img/disk4 16777216;file /srv/img/disk5 16777216;file /srv/img/disk6 "
	  "16777216" },
	{ "truncate -s 16M /srv/img/loopfile", "file /srv/img/loopfile 16777216" },
	{ "truncate -s 8M /srv/img/cd.iso", "file /srv/img/cd.iso 8388608" },
	{ "truncate -s 4M /srv/img/f1", "file /srv/img/f1 4194304" },
	{ "truncate -s 4M /srv/img/f2", "file /srv/img/f2 4194304" },
	{ "truncate -s 100 /srv/img/tiny", "file /srv/img/tiny 100;dir /srv/img;char /dev/null" },
	{ "losetup /dev/loop0", "block /dev/loop0 16777216 thin" },
	{ "modprobe brd", "block /dev/ram0 16777216;block /dev/ram1 16777216" },
	{ "modprobe scsi_debug", "disk 0:0:0:0" },
	{ "modprobe loop", "" },
	{ "modprobe iscsi_tcp", "" },
	{ "modprobe scst_local add_default_tgt=0", "load scst_local no-default-target" },
	{ "fileio_tgt user1", "user user1" },
	{ "killall fileio_tgt", "nouser user1" },
	{ "iscsi-scstd", "daemon up" },
	{ "kill $(pidof iscsi-scstd)", "daemon down" },
	{ "iscsiadm -m node -T iqn.2026-01.example:t2 -p 127.0.0.1 --login",
	  "login iscsi iqn.2026-01.example:t2 iqn.2026-01.example:host1;disk 1:0:0:0" },
	{ "iscsiadm -m node -T iqn.2026-01.example:t2 -p 127.0.0.1 --logout",
	  "logout iscsi iqn.2026-01.example:t2 iqn.2026-01.example:host1;nodisk 1:0:0:0" },
	{ "rmmod iscsi_scst", "unload iscsi-scst" },
	{ "rmmod scst_vdisk", "unload scst_vdisk" },
	{ "rmmod scst", "" }, /* refused: others use it */
	{ "modprobe scst\n", "" },
};

static bool begins(const char *text, const char *with)
{
	return !strncmp(text, with, strlen(with));
}

static void control(struct sim *sim, const char *commands)
{
	LW_AUTO_STR struct lw_str why = LW_STR_INIT;
	char *copy = strdup(commands), *at = copy;

	assert_non_null(copy);
	for (char *one; (one = strsep(&at, ";"));)
		if (*one && sim_control(sim, one, &why))
			print_message("# control %s: %s\n", one, lw_str_text(&why));
	free(copy);
}

/* "for i in $(seq 100); do v=$(cat .../last_sysfs_mgmt_res) && break; sleep 1; done" */
static void poll_last(struct sim *sim)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	for (int i = 0; i < 100 && sim_read(sim, "last_sysfs_mgmt_res", &text); i++)
		;
}

static void world(struct sim *sim, const char *part)
{
	char load[80];

	if (begins(part, "for i in $(seq"))
		poll_last(sim);

	for (size_t i = 0; i < LW_ARRAY_LEN(mapped); i++)
		if (begins(part, mapped[i].shell)) {
			control(sim, mapped[i].control);
			return;
		}
	if (sscanf(part, "modprobe %60s", load) == 1 && strcmp(load, "scst")) {
		LW_AUTO_STR struct lw_str command = LW_STR_INIT;

		lw_str_addf(&command, "load %s", load);
		control(sim, lw_str_text(&command));
	}
}

/* ---- cat, ls, readlink */

struct names {
	char **names;
	uint32_t count, cap;
};

static int name_add(void *ctx, const char *name, const struct sim_stat *stat)
{
	struct names *names = ctx;

	(void)stat;
	assert_int_equal(lw_grow(&names->names, &names->cap, names->count + 1ULL, sizeof(char *)),
			 0);
	names->names[names->count++] = strdup(name);
	return 0;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void shell_ls(struct sim *sim, const char *path, bool several, struct lw_str *out)
{
	struct names names = { 0 };
	int err = sim_list(sim, path, name_add, &names);

	if (several)
		lw_str_addf(out, "%s%s%s:\n", out->len ? "\n" : "", ROOT, path);
	if (err == -EIO)
		lw_str_addf(out, "ls: reading directory '%s%s': %s\n", ROOT, path, strerror(-err));
	else if (err)
		lw_str_addf(out, "ls: cannot access '%s%s': %s\n", ROOT, path, strerror(-err));
	if (names.count)
		qsort(names.names, names.count, sizeof(char *), by_name);
	for (uint32_t i = 0; i < names.count; i++) {
		lw_str_addf(out, "%s\n", names.names[i]);
		free(names.names[i]);
	}
	free(names.names);
}

static void shell_cat(struct sim *sim, const char *path, struct lw_str *out)
{
	int err = sim_read(sim, path, out);

	if (err)
		lw_str_addf(out, "cat: %s%s: %s\n", ROOT, path, strerror(-err));
}

static void shell_readlink(struct sim *sim, const char *path, struct lw_str *out)
{
	if (!sim_readlink(sim, path, out))
		lw_str_add_char(out, '\n');
}

/* Returns false for what this cannot be. */
static bool shell_print(struct sim *sim, const char *part, struct lw_str *out)
{
	char *copy = strdup(part), *at = copy, *program = strsep(&at, " ");
	bool ours = at && begins(at, ROOT) && !strpbrk(at, "|$*"),
	     several = ours && strchr(at, ' ');

	ours = ours &&
	       (!strcmp(program, "cat") || !strcmp(program, "ls") || !strcmp(program, "readlink"));
	for (char *path; ours && (path = strsep(&at, " "));) {
		size_t len = strlen(path);

		if (path[len - 1] == '/')
			path[len - 1] = '\0';
		path = len >= sizeof(ROOT) ? path + strlen(ROOT) : path + len;
		if (*program == 'c')
			shell_cat(sim, path, out);
		else if (*program == 'l')
			shell_ls(sim, path, several, out);
		else
			shell_readlink(sim, path, out);
	}
	free(copy);
	return ours;
}

/* What was printed can be compared when all parts that print are ours. */
static bool shell(struct sim *sim, char *line, struct lw_str *out)
{
	bool all = true;
	char *end = strstr(line, "\t=> rc");

	if (end)
		*end = '\0';
	for (char *part; (part = strsep(&line, ";"));) {
		part += strspn(part, " ");
		if (shell_print(sim, part, out))
			continue;
		world(sim, part);
		if (!begins(part, "sleep") && !begins(part, "kill "))
			all = false;
	}
	return all;
}

/* ---- writes */

/* "cccc...(300 bytes)" was 300 bytes, the last one shown repeated. */
static size_t expand(char **data, size_t len)
{
	char *dots = strstr(*data, "...("), *end, *full;
	unsigned long wanted = dots ? strtoul(dots + 4, &end, 10) : 0;
	size_t shown;

	if (!dots || strcmp(end, " bytes)"))
		return len;
	shown = (size_t)(dots - *data);
	full = malloc(wanted + 1);
	assert_non_null(full);
	memcpy(full, *data, shown);
	memset(full + shown, full[shown - 1], wanted - shown);
	full[wanted] = '\0';
	free(*data);
	*data = full;
	return wanted;
}

static void answer(struct sim *sim, const char *path, const char *data, size_t len,
		   struct lw_str *out)
{
	LW_AUTO_STR struct lw_str last = LW_STR_INIT;
	int open_err = sim_may(sim, path, true);
	int result = open_err ? open_err : sim_write(sim, path, data, len);
	int err = sim_read(sim, "last_sysfs_mgmt_res", &last);

	/* The recorder's open followed links, which all lead to directories. */
	if (open_err == -ELOOP)
		open_err = result = -EISDIR;

	if (result >= 0)
		lw_str_addf(out, "ok %d", result);
	else
		lw_str_addf(out, "%s%s", open_err ? "open:" : "", strerrorname_np(-result));
	if (err)
		lw_str_addf(out, "\tlast=!%s", strerrorname_np(-err));
	else
		lw_str_addf(out, "\tlast=%.*s", (int)last.len - 1, lw_str_text(&last));
}

static unsigned replay_write(struct sim *sim, const char *name, char *line)
{
	LW_AUTO_STR struct lw_str seen = LW_STR_INIT;
	char *wanted = strstr(line, "\t=> "), *path, *data;
	size_t len;
	unsigned wrong = 0;

	assert_non_null(wanted);
	*wanted = '\0';
	wanted += strlen("\t=> ");
	path = strsep(&line, "\t");
	data = strdup(line);
	assert_non_null(data);
	len = expand(&data, recorded_unescape(data));
	answer(sim, path, data, len, &seen);
	if (strcmp(lw_str_text(&seen), wanted)) {
		print_error("%s: %s <- %.80s: simulated %s, recorded %s\n", name, path, line,
			    lw_str_text(&seen), wanted);
		wrong++;
	}
	free(data);
	return wrong;
}

/* Prints the first line that differs: listings can be long. */
static unsigned compare_printed(const char *name, const char *command, const struct lw_str *seen,
				const struct lw_str *wanted)
{
	const char *a = lw_str_text(seen), *b = lw_str_text(wanted);
	size_t len = seen->len, wanted_len = wanted->len;

	/* Empty lines at the end were not recorded. */
	while (len && a[len - 1] == '\n')
		len--;
	while (wanted_len && b[wanted_len - 1] == '\n')
		wanted_len--;
	if (len == wanted_len && !memcmp(a, b, len))
		return 0;
	while (*a && strcspn(a, "\n") == strcspn(b, "\n") && !strncmp(a, b, strcspn(a, "\n") + 1)) {
		b += strcspn(a, "\n") + 1;
		a += strcspn(a, "\n") + 1;
	}
	print_error("%s: %.80s: simulated \"%.*s\", recorded \"%.*s\"\n", name, command,
		    (int)strcspn(a, "\n"), a, (int)strcspn(b, "\n"), b);
	return 1;
}

unsigned replay_writes(struct sim *sim, const char *name)
{
	char *text = recorded_file(name, "writes", true), *at = text;
	unsigned wrong = 0;

	for (char *line; (line = strsep(&at, "\n"));) {
		LW_AUTO_STR struct lw_str seen = LW_STR_INIT, wanted = LW_STR_INIT;
		bool printed;

		if (!*line || *line == '#' || *line == '|')
			continue;
		if (*line != '!') {
			wrong += replay_write(sim, name, line);
			continue;
		}
		printed = shell(sim, line + 1, &seen);
		while (at && *at == '|') {
			const char *more = strsep(&at, "\n");

			lw_str_addf(&wanted, "%s\n", more[1] ? more + 2 : "");
		}
		if (printed)
			wrong += compare_printed(name, line, &seen, &wanted);
	}
	free(text);
	return wrong;
}
