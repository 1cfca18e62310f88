/* SPDX-License-Identifier: Apache-2.0 */
#include "apply/gate.h"

static struct lw_ktree *enter(struct lw_ktree *kt, bool writes)
{
	struct lw_gate *gate = (struct lw_gate *)kt;

	gate->enter(gate->arg, writes);
	return gate->inner;
}

static int leave(struct lw_ktree *kt, int r)
{
	struct lw_gate *gate = (struct lw_gate *)kt;

	gate->leave(gate->arg);
	return r;
}

static int gate_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		     struct lw_error *error)
{
	return leave(kt, lw_kt_list(enter(kt, false), path, ret, error));
}

static int gate_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		     struct lw_error *error)
{
	return leave(kt, lw_kt_read(enter(kt, false), path, ret, error));
}

static int gate_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		      struct lw_error *error)
{
	return leave(kt, lw_kt_write(enter(kt, true), path, data, len, error));
}

static int gate_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			 struct lw_error *error)
{
	return leave(kt, lw_kt_readlink(enter(kt, false), path, ret, error));
}

static int gate_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		     struct lw_error *error)
{
	return leave(kt, lw_kt_stat(enter(kt, false), path, ret, error));
}

static void gate_close(struct lw_ktree *kt)
{
	(void)kt;
}

const struct lw_ktree_ops lw_gate_ops = {
	.size = sizeof(lw_gate_ops),
	.list = gate_list,
	.read = gate_read,
	.write = gate_write,
	.readlink = gate_readlink,
	.stat = gate_stat,
	.close = gate_close,
};
