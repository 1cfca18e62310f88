/* SPDX-License-Identifier: Apache-2.0 */
#include "model/plan/plan_write.h"

#include <errno.h>
#include <stdlib.h>

#define PIECE 65536

static int give_all(struct plan_sink *sink)
{
	int r = sink->text.bad ? -ENOMEM : 0;

	if (r == 0 && sink->text.len)
		r = sink->give(sink->arg, sink->text.data, sink->text.len);
	lw_str_clear(&sink->text);
	return r;
}

int plan_sink_line(struct plan_sink *sink)
{
	if (sink->text.bad)
		return -ENOMEM;
	return sink->text.len < PIECE ? 0 : give_all(sink);
}

int lw_plan_write(struct lw_plan *plan, unsigned flags,
		  int (*give)(void *arg, const char *text, size_t len), void *arg)
{
	struct plan_sink sink = { LW_STR_INIT, give, arg };
	int r;

	if (!plan || !give)
		return -EINVAL;
	r = flags & LW_PLAN_JSON ? lw_plan_write_json(plan, flags, &sink)
				 : lw_plan_write_text(plan, flags, &sink);

	if (r == 0)
		r = give_all(&sink);
	lw_str_done(&sink.text);
	return r;
}

static int append(void *arg, const char *text, size_t len)
{
	lw_str_add_bytes(arg, text, len);
	return lw_str_bad(arg) ? -ENOMEM : 0;
}

static int whole(struct lw_plan *plan, unsigned flags, char **ret)
{
	struct lw_str out = LW_STR_INIT;
	char *text;
	int r;

	if (!plan || !ret)
		return -EINVAL;
	r = lw_plan_write(plan, flags, append, &out);
	text = r < 0 ? NULL : lw_str_take(&out);
	lw_str_done(&out);
	if (!text)
		return -ENOMEM;
	*ret = text;
	return 0;
}

int lw_plan_print(struct lw_plan *plan, unsigned flags, char **ret)
{
	return whole(plan, flags & ~(unsigned)LW_PLAN_JSON, ret);
}

int lw_plan_json(struct lw_plan *plan, unsigned flags, char **ret)
{
	return whole(plan, flags | LW_PLAN_JSON, ret);
}
