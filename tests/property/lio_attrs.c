/* SPDX-License-Identifier: Apache-2.0 */
/* The abstract LIO: writing attributes, and what a write changes besides. */
#include <errno.h>
#include <string.h>

#include "lio.h"

static bool among(const char *attr, const char *const *list)
{
	for (; *list; list++)
		if (!strcmp(attr, *list))
			return true;
	return false;
}

/* Refused while a LUN refers to the object. */
static const char *const unless_exported[] = {
	"block_size",
	"company_id",
	"emulate_model_alias",
	"emulate_tas",
	"force_pr_aptpl",
	"optimal_sectors",
	"pi_prot_type",
	"product_id",
	"queue_depth",
	"revision",
	"unmap_zeroes_data",
	"vendor_id",
	"vpd_unit_serial",
	"emulate_ua_intlck_ctrl",
	NULL,
};

/* Given through control before the object is enabled. */
static const char *const create_only[] = { "udev_path", "size",	    "write_back", "aio",
					   "nullio",	"readonly", NULL };

static int set_storage(struct world *w, const struct request *rq, const char **why)
{
	if (w->obj[rq->id].half)
		return REFUSE(EINVAL, "the storage object is not enabled");
	if (among(rq->attr, create_only))
		return REFUSE(EINVAL, "the parameter can be given at creation only");
	if (among(rq->attr, unless_exported) && lio_is_exported(w, rq->id))
		return REFUSE(EINVAL, "the storage object is exported");
	world_set(w, rq->id, rq->attr, rq->value);
	if (!strcmp(rq->attr, "emulate_model_alias")) {
		world_unset(w, rq->id, "product_id");
		lio_generate(w, rq->id);
	}
	return 0;
}

static const char *support_of(const char *state)
{
	static const struct {
		const char *state, *attr;
	} supports[] = {
		{ "0", "alua_support_active_optimized" },
		{ "1", "alua_support_active_nonoptimized" },
		{ "2", "alua_support_standby" },
	};

	for (size_t i = 0; i < sizeof(supports) / sizeof(supports[0]); i++)
		if (!strcmp(supports[i].state, state))
			return supports[i].attr;
	return NULL;
}

static int set_alua_group(struct world *w, const struct request *rq, const char **why)
{
	if (!strcmp(rq->attr, "tg_pt_gp_id"))
		return REFUSE(EINVAL, "the number can be given once");
	if (!strcmp(rq->attr, "alua_access_state")) {
		const char *type = world_get(w, rq->id, "alua_access_type");
		const char *support = support_of(rq->value);

		if (type && strcmp(type, "1") && strcmp(type, "3"))
			return REFUSE(EINVAL, "no implicit access");
		if (!support || world_is(w, rq->id, support, "0"))
			return REFUSE(EINVAL, "the state is not supported");
		world_set(w, rq->id, "alua_access_status", "2");
	}
	world_set(w, rq->id, rq->attr, rq->value);
	return 0;
}

static int set_tpg(struct world *w, const struct request *rq, const char **why)
{
	(void)why;
	if (!strcmp(rq->attr, "cache_dynamic_acls") && !strcmp(rq->value, "0") &&
	    world_is(w, rq->id, "generate_node_acls", "1"))
		return 0; /* silently ignored */
	world_set(w, rq->id, rq->attr, rq->value);
	if (!strcmp(rq->attr, "authentication"))
		world_set(w, rq->id, "AuthMethod", !strcmp(rq->value, "1") ? "CHAP" : "CHAP,None");
	if (!strcmp(rq->attr, "generate_node_acls") && !strcmp(rq->value, "1"))
		world_set(w, rq->id, "cache_dynamic_acls", "1");
	return 0;
}

int lio_set(struct world *w, const struct request *rq, const char **why)
{
	if (!rq->id && rq->kind != LIO_ROOT)
		return REFUSE(ENOENT, "attribute of what does not exist");
	if (!rq->attr || !rq->value)
		return REFUSE(EINVAL, "no value to write");
	if (lio_is_storage(rq->kind))
		return set_storage(w, rq, why);
	switch (rq->kind) {
	case LIO_ALUA_GROUP:
		return set_alua_group(w, rq, why);
	case LIO_TPG:
		return set_tpg(w, rq, why);
	case LIO_LOOPBACK_TPG:
		return REFUSE(EEXIST, "the nexus is there");
	case LIO_MAPPED_LUN:
		if (w->obj[rq->id].half)
			return 0; /* forgotten: there is no link yet */
		break;
	default:
		break;
	}
	world_set(w, rq->id, rq->attr, rq->value);
	return 0;
}
