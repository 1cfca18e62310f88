/* SPDX-License-Identifier: Apache-2.0 */
/* A recorded tree in memory (this room only): replay_parse.c makes it, replay.c answers from it. */
#ifndef LW_KTREE_REPLAY_H
#define LW_KTREE_REPLAY_H

#include "base/arena.h"
#include "ktree/ktree.h"

/*
 * One object. The array is sorted by path, a slash before any other byte, so what is below a directory follows it at once,
 * up to (not including) index @end.
 */
struct replay_object {
	const char *path;    /* relative to the root; "" is the root */
	const char *content; /* as in the text, escaped */
	uint64_t ino;
	uint32_t path_len, content_len;
	uint32_t end;
	/* Of the path in the text; an implied directory has those of what is below it. */
	uint32_t line, column;
	uint16_t mode;
	char type; /* enum lw_kt_type */
	bool raw;  /* no escape in content */
	int err;   /* negative errno that reading or listing gives */
};

struct replay {
	struct lw_ktree kt;
	struct replay_object *objects;
	uint32_t count, cap;
	/* Of those that the text holds escaped, and of implied directories. */
	struct lw_arena paths;
};

/* Compares paths the way the array is sorted. */
int replay_compare(const char *a, size_t alen, const char *b, size_t blen);

/* Fills @replay (zeroed) from a text; as lw_kt_replay_open(). */
int replay_parse(struct replay *replay, const char *name, const char *text, size_t len,
		 const char *root, struct lw_report *report);

/* Appends an object; 0 or -ENOMEM. */
int replay_add(struct replay *replay, const struct replay_object *object);

/* Sorts and links what was added; 0, -EINVAL with the mistakes in @report, -ENOMEM. */
int replay_link(struct replay *replay, const char *name, struct lw_report *report);

/* Reports a mistake in the text. */
void replay_mistake(struct lw_report *report, const char *name, uint32_t line, uint32_t column,
		    const char *format, ...) LW_PRINTF(5, 6);

#endif
