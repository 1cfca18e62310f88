/* SPDX-License-Identifier: Apache-2.0 */
/* A view that tells of each access when it is over. It knows no secret: who listens decides what of it may be seen. */
#include <stdlib.h>

#include "base/clock.h"
#include "base/fail.h"
#include "base/mem.h"
#include "ktree/ktree.h"

struct log {
	struct lw_ktree kt;
	struct lw_ktree *inner;
	struct lw_kt_sink sink;
};

static struct log *log_of(struct lw_ktree *kt)
{
	return (struct log *)kt;
}

static struct lw_kt_access begin(const char *what, const char *path)
{
	return (struct lw_kt_access){ .what = what, .path = path, .us = lw_now_us() };
}

static int tell(const struct log *log, struct lw_kt_access *access, int r)
{
	access->us = lw_now_us() - access->us;
	access->result = r;
	log->sink.take(log->sink.arg, access);
	return r;
}

static int log_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		    struct lw_error *error)
{
	struct lw_kt_access access = begin("list", path);
	int r = lw_kt_list(log_of(kt)->inner, path, ret, error);

	access.names = ret->count;
	return tell(log_of(kt), &access, r);
}

/* What came, in @ret. */
static int tell_text(const struct log *log, struct lw_kt_access *access, int r,
		     const struct lw_str *ret)
{
	if (r >= 0) {
		access->text = lw_str_text(ret);
		access->len = ret->len;
	}
	return tell(log, access, r);
}

static int log_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		    struct lw_error *error)
{
	struct lw_kt_access access = begin("read", path);
	int r = lw_kt_read(log_of(kt)->inner, path, ret, error);

	return tell_text(log_of(kt), &access, r, ret);
}

static int log_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			struct lw_error *error)
{
	struct lw_kt_access access = begin("readlink", path);
	int r = lw_kt_readlink(log_of(kt)->inner, path, ret, error);

	return tell_text(log_of(kt), &access, r, ret);
}

static int log_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		     struct lw_error *error)
{
	struct lw_kt_access access = begin("write", path);

	access.text = data;
	access.len = len;
	return tell(log_of(kt), &access, lw_kt_write(log_of(kt)->inner, path, data, len, error));
}

static int log_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		    struct lw_error *error)
{
	struct lw_kt_access access = begin("stat", path);

	return tell(log_of(kt), &access, lw_kt_stat(log_of(kt)->inner, path, ret, error));
}

static void log_close(struct lw_ktree *kt)
{
	lw_kt_close(log_of(kt)->inner);
	free(kt);
}

static const struct lw_ktree_ops log_ops = {
	.size = sizeof(log_ops),
	.list = log_list,
	.read = log_read,
	.write = log_write,
	.readlink = log_readlink,
	.stat = log_stat,
	.close = log_close,
};

int lw_kt_log_open(struct lw_ktree *inner, const struct lw_kt_sink *sink, struct lw_ktree **ret,
		   struct lw_error *error)
{
	struct log *log = lw_calloc(1, sizeof(*log));

	if (!log)
		return lw_error_memory(error);
	log->kt.ops = &log_ops;
	log->inner = inner;
	log->sink = *sink;
	*ret = &log->kt;
	return 0;
}
