/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Macros that rows of every vocabulary's tables are written with. A row is one attribute: name, type (lw_type_*
 * without the prefix, or ROW_OF for a type of its own), a line of help, then the columns that differ from zero.
 */
#ifndef LW_SCHEMA_ROWS_H
#define LW_SCHEMA_ROWS_H

#include "model/schema/type.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* clang-format off */
#define ROW_OF(n, vtable, line, ...)	{.name = (n), .type = &(vtable), .help = (line), __VA_ARGS__}
#define ROW(n, t, line, ...)		ROW_OF(n, lw_type_##t, line, __VA_ARGS__)

/* Never configuration: a fact or counter that is in no tree, a file that acts when written, a runtime knob. */
#define NOT_OURS(how)		.when = LW_WHEN_NEVER, .reading = (how), .absent = LW_ABSENT_KEEP
#define FACT(n, line)		ROW(n, text, line, NOT_OURS(LW_READ_VOLATILE))
#define COUNTS(n, line)		ROW(n, text, line, NOT_OURS(LW_READ_VOLATILE), .flags = LW_A_COUNTER)
#define COUNTER(n)		COUNTS(n, "counter")
#define ACTION(n, line)		ROW(n, text, line, NOT_OURS(LW_READ_WRITE_ONLY))
#define RUNTIME(n, t, line)	ROW_OF(n, lw_type_##t, line, NOT_OURS(LW_READ_EXACT))
#define FORCED			NOT_OURS(LW_READ_FORCED)

/* The value without which somebody could do more. */
#define GUARDS(value)		.guards = (value)

/* When, and what it does to sessions. */
#define AT_CREATE		.when = LW_WHEN_CREATE, .flags = LW_A_AT_CREATE
#define KEEP			.absent = LW_ABSENT_KEEP
#define DISTURBS_REFERRERS	.effect = LW_EFFECT_DISTURBS, .scope = LW_SCOPE_REFERRERS
#define DISTURBS_ENGINE		.effect = LW_EFFECT_DISTURBS, .scope = LW_SCOPE_ENGINE
#define DROPS_EXPORT		.effect = LW_EFFECT_DROPS, .scope = LW_SCOPE_EXPORT

/* ---- kinds */

#define ATTRS(table)		.attrs = (table), .nattr = COUNT_OF(table)
#define KEY(vtable, ...)	.key = {.name = "name", .type = &(vtable), __VA_ARGS__}
#define NUMBER_KEY(hi)		.key = {.name = "number", .type = &lw_type_uint, .max = (hi)}
#define EFFECT(e, s)		{LW_EFFECT_##e, LW_SCOPE_##s}
/* clang-format on */

#endif
