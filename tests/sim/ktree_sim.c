/* SPDX-License-Identifier: Apache-2.0 */
#include "ktree_sim.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct view {
	struct lw_ktree kt;
	struct sim *sim;
	pthread_mutex_t lock;
};

static struct view *enter(struct lw_ktree *kt)
{
	struct view *view = (struct view *)kt;

	pthread_mutex_lock(&view->lock);
	return view;
}

static int leave(struct view *view, int err, const char *path, struct lw_error *error)
{
	pthread_mutex_unlock(&view->lock);
	return err < 0 ? lw_kt_fail(error, err, path) : 0;
}

static int list_one(void *ctx, const char *name, const struct sim_stat *stat)
{
	return lw_kt_list_add(ctx, name, strlen(name), (enum lw_kt_type)stat->type, stat->ino);
}

static int view_list(struct lw_ktree *kt, const char *path, struct lw_kt_list *ret,
		     struct lw_error *error)
{
	struct view *view = enter(kt);

	return leave(view, sim_list(view->sim, path, list_one, ret), path, error);
}

static int view_read(struct lw_ktree *kt, const char *path, struct lw_str *ret,
		     struct lw_error *error)
{
	struct view *view = enter(kt);

	return leave(view, sim_read(view->sim, path, ret), path, error);
}

static int view_write(struct lw_ktree *kt, const char *path, const char *data, size_t len,
		      struct lw_error *error)
{
	struct view *view = enter(kt);

	/* What ktree lets through fits in a page, so it is taken whole. */
	return leave(view, sim_write(view->sim, path, data, len), path, error);
}

static int view_readlink(struct lw_ktree *kt, const char *path, struct lw_str *ret,
			 struct lw_error *error)
{
	struct view *view = enter(kt);

	return leave(view, sim_readlink(view->sim, path, ret), path, error);
}

static int view_stat(struct lw_ktree *kt, const char *path, struct lw_kt_stat *ret,
		     struct lw_error *error)
{
	struct view *view = enter(kt);
	struct sim_stat stat;
	int err = sim_stat(view->sim, path, &stat);

	if (!err)
		*ret = (struct lw_kt_stat){ stat.ino, stat.mode, (enum lw_kt_type)stat.type };
	return leave(view, err, path, error);
}

static void view_close(struct lw_ktree *kt)
{
	struct view *view = (struct view *)kt;

	pthread_mutex_destroy(&view->lock);
	free(view);
}

static const struct lw_ktree_ops view_ops = {
	.size = sizeof(view_ops),
	.list = view_list,
	.read = view_read,
	.write = view_write,
	.readlink = view_readlink,
	.stat = view_stat,
	.close = view_close,
};

int lw_kt_sim_open(struct sim *sim, struct lw_ktree **ret)
{
	struct view *view = lw_calloc(1, sizeof(*view));

	if (!view)
		return -ENOMEM;
	view->kt.ops = &view_ops;
	view->sim = sim;
	pthread_mutex_init(&view->lock, NULL);
	*ret = &view->kt;
	return 0;
}
