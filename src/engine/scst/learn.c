/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What this kernel offers, learnt from what its mgmt files say of themselves: releases differ, and a list of ours would be
 * wrong on one of them. The sentence is "The following parameters available: a, b, c". A file that does not even say how it is
 * used leaves it open, and is taken to offer everything: the kernel's answer to the command will tell.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "engine/scst/exec.h"

static bool in_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

/* The names of the sentence, each with a blank on either side. */
static void add_names(const char *text, struct lw_str *out)
{
	static const char start[] = "parameters available:";
	const char *at = strstr(text, start);

	lw_str_add_char(out, ' ');
	if (!at)
		return;
	for (at += strlen(start); *at && *at != '\n'; at++) {
		if (in_name(*at))
			lw_str_add_char(out, *at);
		else if (in_name(at[-1]))
			lw_str_add_char(out, ' ');
	}
	if (in_name(at[-1]))
		lw_str_add_char(out, ' ');
}

static int learn(struct lw_executor *x, const char *mgmt, struct scst_offer *ret,
		 struct lw_error *error)
{
	LW_AUTO_STR struct lw_str names = LW_STR_INIT;
	int r;

	r = lw_kt_read(x->kt, mgmt, &x->value, error);
	if (r < 0)
		return r;
	ret->silent = !strstr(lw_str_text(&x->value), "Usage");
	add_names(lw_str_text(&x->value), &names);
	ret->path = strdup(mgmt);
	ret->names = lw_str_take(&names);
	if (ret->path && ret->names)
		return 0;
	free(ret->path);
	free(ret->names);
	return lw_error_memory(error);
}

static const struct scst_offer *find(const struct lw_executor *x, const char *mgmt)
{
	for (uint32_t i = 0; i < x->noffer; i++)
		if (!strcmp(x->offers[i].path, mgmt))
			return &x->offers[i];
	return NULL;
}

static bool has_name(const char *names, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = names; (at = strstr(at, name)); at++)
		if (at > names && at[-1] == ' ' && at[len] == ' ')
			return true;
	return false;
}

int scst_offers(struct lw_executor *x, const char *mgmt, const char *name, struct lw_error *error)
{
	const struct scst_offer *offer = find(x, mgmt);
	int r;

	if (!offer) {
		if (lw_grow(&x->offers, &x->offer_cap, (uint64_t)x->noffer + 1,
			    sizeof(*x->offers)) < 0)
			return lw_error_memory(error);
		r = learn(x, mgmt, &x->offers[x->noffer], error);
		if (r < 0)
			return r;
		offer = &x->offers[x->noffer++];
	}
	return offer->silent || has_name(offer->names, name);
}

void scst_offers_done(struct lw_executor *x)
{
	for (uint32_t i = 0; i < x->noffer; i++) {
		free(x->offers[i].path);
		free(x->offers[i].names);
	}
	free(x->offers);
}
