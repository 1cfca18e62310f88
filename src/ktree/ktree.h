/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one door to the kernel's trees (sysfs, configfs, proc). A struct lw_ktree is a view of one directory and what is below
 * it. Every access goes through a small table of operations, so the same reader runs over the kernel, over a recorded tree,
 * or over one whose n-th access fails.
 *
 * Paths are relative to the view's root: "targets/iscsi/mgmt"; "" is the root itself. A path whose elements are empty,
 * ".", ".." or too long is refused with -EINVAL before any backend sees it, and no backend follows a symbolic link
 * to anything that it opens:
 * links are data here, read by lw_kt_readlink().
 *
 * All functions return 0 or a negative errno and fill @error (may be NULL) with "<path>: <the kernel's words>", the path
 * being its object. A view may be used by several threads at once if its backend says so (the real one does).
 */
#ifndef LW_KTREE_KTREE_H
#define LW_KTREE_KTREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "lunward/error.h"

#define LW_KT_PATH_MAX 4095 /* bytes of a path */
#define LW_KT_NAME_MAX 255  /* bytes of one element */
#define LW_KT_DEPTH_MAX 64  /* elements of a path */
#define LW_KT_READ_MAX \
	(1024 * \
	 1024) /* bytes of a value; the kernel's are a page at most, those of /proc can be longer */
#define LW_KT_WRITE_MAX \
	4096 /* bytes of a command: the kernel would cut a longer one and obey what is left */

enum lw_kt_type {
	LW_KT_FILE = 'f',
	LW_KT_DIR = 'd',
	LW_KT_LINK = 'l',
	/* A device, FIFO or socket: no kernel tree has them, nothing is read from them. */
	LW_KT_OTHER = '?'
};

struct lw_kt_stat {
	uint64_t ino;  /* 0: not known (a recorded tree) */
	uint32_t mode; /* permission bits only */
	enum lw_kt_type type;
};

/* One name of a directory. In sysfs, inode numbers rise with creation. */
struct lw_kt_entry {
	const char *name; /* belongs to the list */
	uint64_t ino;	  /* 0: not known */
	uint32_t len;
	enum lw_kt_type type;
};

/* The names of a directory, sorted bytewise. */
struct lw_kt_list {
	struct lw_kt_entry *entries;
	uint32_t count, cap;
	struct lw_arena names;
};
#define LW_KT_LIST_INIT \
	{ \
		NULL, 0, 0, LW_ARENA_INIT \
	}
#define LW_AUTO_KT_LIST __attribute__((cleanup(lw_kt_list_done)))

struct lw_ktree;

/*
 * What a backend does. The callers are the lw_kt_*() functions below, which have checked path and lengths. A backend fills
 * @error itself (lw_kt_fail() is the usual way), appends to lists and strings that are empty, and need not sort.
 */
struct lw_ktree_ops {
	size_t size; /* of this table as its backend was compiled */
	int (*list)(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		    struct lw_error *error);
	int (*read)(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		    struct lw_error *error);
	int (*write)(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		     struct lw_error *error);
	int (*readlink)(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			struct lw_error *error);
	int (*stat)(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		    struct lw_error *error);
	void (*close)(struct lw_ktree *kt);
};

/* A backend's own struct begins with this one. */
struct lw_ktree {
	const struct lw_ktree_ops *ops;
};

/* ---- using a view */

/** lw_kt_list() - names of a directory, sorted. @ret: initialised; emptied first, and empty on failure. */
int lw_kt_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
	       struct lw_error *error);

/** lw_kt_list_find() - the entry of this name, NULL if the directory has none. */
const struct lw_kt_entry *lw_kt_list_find(const struct lw_kt_list *list, const char *name);

/** lw_kt_list_done() - free a list; it is empty and usable again. */
void lw_kt_list_done(struct lw_kt_list *list);

/**
 * lw_kt_read() - the whole value of a file, NULs and final newlines included.
 * @ret: initialised; emptied first, and empty on failure
 *
 * Returns also -EACCES for a file whose mode forbids reading (for root too), -EISDIR, -EFBIG beyond LW_KT_READ_MAX, -EINVAL
 * for what is no file.
 */
int lw_kt_read(struct lw_ktree *kt, const char *path, struct lw_str *ret, struct lw_error *error);

/**
 * lw_kt_write() - one command: exactly one write(2) of @len bytes, never repeated, never cut.
 *
 * -EINTR and -EAGAIN mean that the kernel goes on working at it. -EIO with LW_CODE_PARTIAL: the kernel took a part only, the
 * message says how much. -E2BIG beyond LW_KT_WRITE_MAX and -EINVAL for an empty command: the kernel has seen nothing.
 */
int lw_kt_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		struct lw_error *error);

/** lw_kt_readlink() - what a symbolic link says. @ret as in lw_kt_read(). */
int lw_kt_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		   struct lw_error *error);

/** lw_kt_stat() - type, permission bits and inode number; of a link itself, not of what it points to. */
int lw_kt_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
	       struct lw_error *error);

/** lw_kt_close() - free a view; NULL is fine. */
void lw_kt_close(struct lw_ktree *kt);

/* ---- names and paths */

/** lw_kt_name_ok() - may @len bytes be one element of a path? */
bool lw_kt_name_ok(const char *name, size_t len);

/** lw_kt_path_ok() - may @len bytes be a path? "" may. */
bool lw_kt_path_ok(const char *path, size_t len);

/**
 * lw_kt_join() - append one element to a path, with a slash between. 0; -EINVAL for a bad name (@path unchanged); -ENOMEM.
 * lw_kt_cut() - the path as it was when it was @len bytes long.
 */
int lw_kt_join(struct lw_str *path, const char *name, size_t len);
void lw_kt_cut(struct lw_str *path, size_t len);

/* ---- backends; each returns a view in *@ret, to be freed by lw_kt_close() */

/**
 * lw_kt_real_open() - the file system below directory @root ("/sys/kernel/scst_tgt"). For several threads at once.
 *
 * The kernel resolves paths beneath the root itself (openat2); where it cannot, we walk them element by element. While a
 * command is being written, signals wait: the kernel restarts an interrupted write, which would run the command twice.
 */
int lw_kt_real_open(const char *root, struct lw_ktree **ret, struct lw_error *error);

/**
 * lw_kt_replay_open() - a recorded tree (src/ktree/README.md describes the text).
 * @name: of the text, for messages
 * @text: borrowed until lw_kt_close()
 * @root: path of the tree's root in the text, "/sys/kernel/scst_tgt"; "" when its paths are relative to it
 *
 * Modes hold as in the kernel, for everybody. What the recording says could not be read fails the same way again. A
 * write that the modes allow fails with -EROFS. Inode numbers are 0 unless they were recorded. Every mistake in the
 * text goes to @report (may be NULL), then -EINVAL; or -ENOMEM. For several threads at once.
 */
int lw_kt_replay_open(const char *name, const char *text, size_t len, const char *root,
		      struct lw_ktree **ret, struct lw_report *report);

/**
 * lw_kt_record_open() - passes everything on to @inner (borrowed) and remembers what was seen.
 * lw_kt_record_text() - append the recording: the writes in their order as comments, then the tree, as last seen.
 * @root: put in front of all paths, as in lw_kt_replay_open()
 *
 * Replayed, it answers what was asked as @inner did; what was never asked fails with -ENODATA there. -ENOMEM when anything
 * could not be remembered. One thread at a time.
 */
int lw_kt_record_open(struct lw_ktree *inner, const char *root, struct lw_ktree **ret,
		      struct lw_error *error);
int lw_kt_record_text(const struct lw_ktree *kt, struct lw_str *out, struct lw_error *error);

/**
 * lw_kt_fault_open() - passes everything on to @inner (borrowed), until armed.
 * lw_kt_fault_arm() - access number @n from now on (0 is the next) fails with @err (negative errno), once.
 * lw_kt_fault_fired() - has it, since it was armed?
 * lw_kt_fault_count() - accesses since it was opened or armed, the failed one included.
 * lw_kt_fault_path() - the path whose access was made to fail; "" before.
 */
int lw_kt_fault_open(struct lw_ktree *inner, struct lw_ktree **ret, struct lw_error *error);
void lw_kt_fault_arm(struct lw_ktree *kt, unsigned long n, int err);
bool lw_kt_fault_fired(const struct lw_ktree *kt);
unsigned long lw_kt_fault_count(const struct lw_ktree *kt);
const char *lw_kt_fault_path(const struct lw_ktree *kt);

/**
 * struct lw_kt_access - one access that is over.
 * @what:   "list", "read", "write", "readlink", "stat"
 * @text:   what was written, or, where that went well, what was read; NULL: nothing. Secrets are in it
 * @names:  of a listing
 * @result: 0 or a negative errno
 * @us:     microseconds that it took
 */
struct lw_kt_access {
	const char *what, *path, *text;
	size_t len;
	uint32_t names;
	int result;
	uint64_t us;
};

/** struct lw_kt_sink - takes one access after the other, in the thread that makes it */
struct lw_kt_sink {
	void (*take)(void *arg, const struct lw_kt_access *access);
	void *arg;
};

/** lw_kt_log_open() - passes everything on to @inner, which it takes over unless it fails, and tells @sink. */
int lw_kt_log_open(struct lw_ktree *inner, const struct lw_kt_sink *sink, struct lw_ktree **ret,
		   struct lw_error *error);

/* ---- for backends */

/** lw_kt_fail() - fill @error for an access to @path that failed with @err; returns @err. */
int lw_kt_fail(struct lw_error *error, int err, const char *path);

/** lw_kt_list_add() - append an entry; 0 or -ENOMEM. */
int lw_kt_list_add(struct lw_kt_list *list, const char *name, size_t len, enum lw_kt_type type,
		   uint64_t ino);

#endif
