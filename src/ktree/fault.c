/* SPDX-License-Identifier: Apache-2.0 */
/* A view whose n-th access fails, so that a test can make every single access fail in turn. */
#include <errno.h>
#include <stdlib.h>

#include "base/fail.h"
#include "base/mem.h"
#include "ktree/ktree.h"

struct fault {
	struct lw_ktree kt;
	struct lw_ktree *inner;
	unsigned long count, at;
	int err; /* 0: not armed */
	bool fired;
	struct lw_str path;
};

static struct fault *fault_of(struct lw_ktree *kt)
{
	return (struct fault *)kt;
}

static const struct fault *fault_of_const(const struct lw_ktree *kt)
{
	return (const struct fault *)kt;
}

/* Counts one access; a negative errno when it is the one. */
static int pass(struct fault *fault, const char *path, struct lw_error *error)
{
	unsigned long n = fault->count++;

	if (!fault->err || fault->fired || n != fault->at)
		return 0;
	fault->fired = true;
	lw_str_clear(&fault->path);
	lw_str_add(&fault->path, path);
	return lw_kt_fail(error, fault->err, path);
}

static int fault_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		      struct lw_error *error)
{
	int r = pass(fault_of(kt), path, error);

	return r < 0 ? r : lw_kt_list(fault_of(kt)->inner, path, ret, error);
}

static int fault_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		      struct lw_error *error)
{
	int r = pass(fault_of(kt), path, error);

	return r < 0 ? r : lw_kt_read(fault_of(kt)->inner, path, ret, error);
}

static int fault_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		       struct lw_error *error)
{
	int r = pass(fault_of(kt), path, error);

	return r < 0 ? r : lw_kt_write(fault_of(kt)->inner, path, data, len, error);
}

static int fault_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			  struct lw_error *error)
{
	int r = pass(fault_of(kt), path, error);

	return r < 0 ? r : lw_kt_readlink(fault_of(kt)->inner, path, ret, error);
}

static int fault_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		      struct lw_error *error)
{
	int r = pass(fault_of(kt), path, error);

	return r < 0 ? r : lw_kt_stat(fault_of(kt)->inner, path, ret, error);
}

static void fault_close(struct lw_ktree *kt)
{
	lw_str_done(&fault_of(kt)->path);
	free(kt);
}

static const struct lw_ktree_ops fault_ops = {
	.size = sizeof(fault_ops),
	.list = fault_list,
	.read = fault_read,
	.write = fault_write,
	.readlink = fault_readlink,
	.stat = fault_stat,
	.close = fault_close,
};

int lw_kt_fault_open(struct lw_ktree *inner, struct lw_ktree **ret, struct lw_error *error)
{
	struct fault *fault = lw_calloc(1, sizeof(*fault));

	if (!fault)
		return lw_error_memory(error);
	fault->kt.ops = &fault_ops;
	fault->inner = inner;
	*ret = &fault->kt;
	return 0;
}

void lw_kt_fault_arm(struct lw_ktree *kt, unsigned long n, int err)
{
	struct fault *fault = fault_of(kt);

	fault->count = 0;
	fault->at = n;
	fault->err = err;
	fault->fired = false;
	lw_str_clear(&fault->path);
}

bool lw_kt_fault_fired(const struct lw_ktree *kt)
{
	return fault_of_const(kt)->fired;
}

unsigned long lw_kt_fault_count(const struct lw_ktree *kt)
{
	return fault_of_const(kt)->count;
}

const char *lw_kt_fault_path(const struct lw_ktree *kt)
{
	return lw_str_text(&fault_of_const(kt)->path);
}
