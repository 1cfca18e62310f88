/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The folder in which lunward remembers: STATE/ENGINE/ with lock, journal.json and history/. Secrets are in it, so folders
 * are 0700 and files 0600 from the start. A file is there whole or not at all: written beside, synced, renamed.
 */
#ifndef LW_APPLY_STATE_H
#define LW_APPLY_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "lunward/error.h"

#define LW_STATE_DIR "/var/lib/lunward"

struct lw_state {
	int dir;    /* descriptor of STATE/ENGINE; -1: not open */
	char *path; /* for messages */
};

/* Opens, and makes what is missing. */
int lw_state_open(const char *state, const char *engine, struct lw_state *ret,
		  struct lw_error *error);
/* Opens what is there and makes nothing; -ENOENT, and nothing said, where there is none. */
int lw_state_look(const char *state, const char *engine, struct lw_state *ret,
		  struct lw_error *error);
void lw_state_close(struct lw_state *state);

/* The text of a file; -ENOENT when there is none. */
int lw_state_read(const struct lw_state *state, const char *name, struct lw_str *ret,
		  struct lw_error *error);

/* Puts a file in place of what was there, on the disk when this returns. */
int lw_state_write(const struct lw_state *state, const char *name, const char *text, size_t len,
		   struct lw_error *error);

/* One more name for a file, on the disk when this returns; one that is there already is fine. */
int lw_state_link(const struct lw_state *state, const char *from, const char *to,
		  struct lw_error *error);

/* The same for what only this boot must know: nothing waits for the disk. @text: NULL takes the file away. */
int lw_state_note(const struct lw_state *state, const char *name, const char *text,
		  struct lw_error *error);

/* Takes a file away; none is fine. */
int lw_state_remove(const struct lw_state *state, const char *name, struct lw_error *error);

/* Takes a file away before anybody else does: 1. 0: there is none; nothing was said. */
int lw_state_take(const struct lw_state *state, const char *name, struct lw_error *error);

/* Whether the folder still has a name: somebody may have removed it. */
bool lw_state_is_there(const struct lw_state *state);

/* The numbers of the entries of history/, the largest first, ended by 0: none where no folder is. @ret: to be freed. */
int lw_state_entries(const struct lw_state *state, uint64_t **ret, struct lw_error *error);

/* Appends "history/000007.json". */
void lw_state_entry_name(uint64_t id, struct lw_str *out);

#endif
