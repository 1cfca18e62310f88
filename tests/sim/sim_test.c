/* SPDX-License-Identifier: Apache-2.0 */
#include "sim_test.h"

#include <string.h>

int sim_start(void **state)
{
	struct sim *sim = sim_new(NULL);

	assert_non_null(sim);
	control(sim, "state fresh");
	*state = sim;
	return 0;
}

int sim_stop(void **state)
{
	sim_free(*state);
	return 0;
}

void control(struct sim *sim, const char *command)
{
	LW_AUTO_STR struct lw_str why = LW_STR_INIT;
	int err = sim_control(sim, command, &why);

	if (err)
		fail_msg("control %s: %s %s", command, strerror(-err), lw_str_text(&why));
}

static const char *word(int err)
{
	return err ? strerrorname_np(-err) : "success";
}

void put(struct sim *sim, const char *path, const char *data, int want)
{
	int got = sim_write(sim, path, data, strlen(data));

	if (got > 0)
		got = 0;
	if (got != want)
		fail_msg("%s <- %s: %s, not %s", path, data, word(got), word(want));
}

void see(struct sim *sim, const char *path, const char *want)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int err = sim_read(sim, path, &text);

	if (err)
		fail_msg("%s: %s", path, word(err));
	if (strcmp(lw_str_text(&text), want))
		fail_msg("%s: \"%s\", not \"%s\"", path, lw_str_text(&text), want);
}

void see_link(struct sim *sim, const char *path, const char *want)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int err = sim_readlink(sim, path, &text);

	if (err)
		fail_msg("%s: %s", path, word(err));
	assert_string_equal(lw_str_text(&text), want);
}

void see_error(struct sim *sim, const char *path, int want)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int err = sim_read(sim, path, &text);

	if (err != want)
		fail_msg("%s: %s, not %s", path, word(err), word(want));
}

bool there(struct sim *sim, const char *path)
{
	struct sim_stat stat;

	return sim_look(sim, path, &stat) == 0;
}
