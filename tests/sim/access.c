/* SPDX-License-Identifier: Apache-2.0 */
/* The five accesses, and what every access goes through: counting, the hook, faults, work that is due. */
#include <stdlib.h>
#include <string.h>

#include "base/crc32c.h"
#include "base/mem.h"
#include "internal.h"

static bool due(unsigned *ops, unsigned long *in, enum sim_op op)
{
	if (!(*ops & 1U << op) || (*in)--)
		return false;
	*ops = 0;
	return true;
}

static void kill_client(struct sim *sim)
{
	if (sim->env.kill)
		sim->env.kill(sim->env.ctx, sim->kill_group);
}

static int enter(struct sim *sim, enum sim_op op, const char *path, const char *data, size_t len)
{
	int err = 0;

	sim->counts[op]++;
	if (sim->env.before)
		err = sim->env.before(sim->env.ctx, op, path, data, len);
	if (!err && due(&sim->fault_ops, &sim->fault_in, op)) {
		sim->fault_fired = true;
		err = sim->fault_err;
	}
	if (!sim->kill_after && due(&sim->kill_ops, &sim->kill_in, op)) {
		kill_client(sim);
		err = -EINTR;
	}
	sim_work_done(sim);
	return !err && sim->broken ? -ENOMEM : err;
}

static void stat_of(const struct sim_found *found, struct sim_stat *ret)
{
	const struct sim_node *node = found->node;

	*ret = (struct sim_stat){ .ino = node->ino, .type = node->type };
	ret->mode = node->type == 'd' ? 0755 : node->type == 'l' ? 0777 : node->attr->mode;
	if (found->attr && node->type == 'd') {
		ret->type = 'f';
		ret->mode = found->attr->mode;
		ret->ino += 1 + (uint64_t)(found->attr - node->class->attrs);
	}
}

int sim_look(struct sim *sim, const char *path, struct sim_stat *ret)
{
	struct sim_found found;
	int err;

	sim_work_done(sim);
	err = sim_find(sim, path, &found);
	if (!err)
		stat_of(&found, ret);
	return err;
}

int sim_stat(struct sim *sim, const char *path, struct sim_stat *ret)
{
	int err = enter(sim, SIM_STAT, path, NULL, 0);

	return err ? err : sim_look(sim, path, ret);
}

int sim_readlink(struct sim *sim, const char *path, struct lw_str *ret)
{
	struct sim_found found;
	int err = enter(sim, SIM_READLINK, path, NULL, 0);

	if (!err)
		err = sim_find(sim, path, &found);
	if (err)
		return err;
	if (found.node->type != 'l')
		return -EINVAL;
	sim_link_text(found.node, ret);
	return lw_str_bad(ret) ? -ENOMEM : 0;
}

/* ---- listing, in the order of a hash as kernfs has it: who relies on an order is found out */

struct listed {
	const char *name;
	struct sim_stat stat;
	uint32_t order;
};

static int by_order(const void *a, const void *b)
{
	const struct listed *x = a, *y = b;

	return x->order < y->order ? -1 : x->order > y->order;
}

static int listed_add(struct listed **list, uint32_t *cap, uint32_t *count, const char *name,
		      const struct sim_found *found)
{
	struct listed *row;

	if (lw_grow(list, cap, *count + 1ULL, sizeof(**list)))
		return -ENOMEM;
	row = &(*list)[(*count)++];
	row->name = name;
	row->order = lw_crc32c(1, name, strlen(name));
	stat_of(found, &row->stat);
	return 0;
}

static int listed_all(struct sim_node *dir, struct listed **list, uint32_t *count)
{
	uint32_t cap = 0;
	int err = 0;

	for (struct sim_node *child = dir->child; child && !err; child = child->next)
		err = listed_add(list, &cap, count, child->name,
				 &(struct sim_found){ child, child->attr });
	if (!dir->class || !dir->class->attrs)
		return err;
	for (const struct sim_attr *attr = dir->class->attrs; attr->name && !err; attr++)
		if (sim_attr_here(dir, attr))
			err = listed_add(list, &cap, count, attr->name,
					 &(struct sim_found){ dir, attr });
	return err;
}

int sim_list(struct sim *sim, const char *path,
	     int (*each)(void *ctx, const char *name, const struct sim_stat *stat), void *ctx)
{
	struct listed *list = NULL;
	struct sim_found found;
	uint32_t count = 0;
	int err = enter(sim, SIM_LIST, path, NULL, 0);

	if (!err)
		err = sim_find(sim, path, &found);
	if (err)
		return err;
	if (found.node->type != 'd' || found.attr)
		return -ENOTDIR;
	if (found.node->unlistable)
		return -EIO;
	err = listed_all(found.node, &list, &count);
	if (!err && count)
		qsort(list, count, sizeof(*list), by_order);
	for (uint32_t i = 0; i < count && !err; i++)
		err = each(ctx, list[i].name, &list[i].stat);
	free(list);
	return err;
}

/* ---- reading and writing */

static int may(const struct sim_found *found, bool write)
{
	if (!found->attr)
		return found->node->type == 'l' ? -ELOOP : -EISDIR;
	return found->attr->mode & (write ? 0200 : 0400) ? 0 : -EACCES;
}

int sim_may(struct sim *sim, const char *path, bool write)
{
	struct sim_found found;
	int err;

	sim_work_done(sim);
	err = sim_find(sim, path, &found);
	return err ? err : may(&found, write);
}

int sim_read(struct sim *sim, const char *path, struct lw_str *ret)
{
	struct sim_found found;
	int err = enter(sim, SIM_READ, path, NULL, 0);

	if (!err)
		err = sim_find(sim, path, &found);
	if (!err)
		err = may(&found, false);
	if (!err && !strcmp(path, "last_sysfs_mgmt_res"))
		err = sim_work_poll(sim);
	/* A file whose value the daemon has forgotten. */
	if (!err && found.node->type == 'f' && !found.node->text)
		err = -EINVAL;
	if (err)
		return err;
	(found.attr->show ? found.attr->show : sim_attr_show)(sim, found.node, found.attr, ret);
	return lw_str_bad(ret) || sim->broken ? -ENOMEM : 0;
}

/* Its form, looked at before anything is queued: such a mistake leaves last_sysfs_mgmt_res alone. */
static int check_first(struct sim *sim, const struct sim_found *found, const char *data,
		       bool *ret_same)
{
	const struct sim_attr *attr = found->attr;
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	int err = sim_attr_check(attr, data, &text);

	(void)sim;
	*ret_same =
		attr->flags & SIM_SAME && !strcmp(lw_str_text(&text), sim_value(found->node, attr));
	return err;
}

static int command(struct sim *sim, const char *path, const struct sim_found *found, char *data)
{
	const struct sim_attr *attr = found->attr;
	uint64_t delay = sim_delay_of(sim, found->node, attr, data);
	bool same = false;
	int err = attr->flags & SIM_CHECK ? check_first(sim, found, data, &same) : 0;

	if (err || same)
		return err;
	if (attr->flags & SIM_Q)
		return sim_queue(sim, path, data, delay);
	sim_wait(sim, delay);
	if (delay) {
		struct sim_found again;

		err = sim_find(sim, path, &again);
		if (err || !again.attr)
			return err ? err : -ENOENT;
		return (attr->store ? attr->store : sim_attr_store)(sim, again.node, attr, data);
	}
	return (attr->store ? attr->store : sim_attr_store)(sim, found->node, attr, data);
}

int sim_write(struct sim *sim, const char *path, const char *data, size_t len)
{
	struct sim_found found;
	char *copy;
	int err = enter(sim, SIM_WRITE, path, data, len);

	if (len > SIM_PAGE)
		len = SIM_PAGE;
	if (!err)
		err = sim_find(sim, path, &found);
	if (!err)
		err = may(&found, true);
	copy = malloc(len + 1);
	if (!err && !copy)
		err = -ENOMEM;
	if (!err && len) {
		memcpy(copy, data, len);
		copy[len] = '\0';
		err = command(sim, path, &found, copy);
	}
	free(copy);
	sim_log_write(sim, path, data, len, err);
	if (sim->kill_after && due(&sim->kill_ops, &sim->kill_in, SIM_WRITE)) {
		kill_client(sim);
		return -EINTR;
	}
	return err ? err : (int)len;
}
