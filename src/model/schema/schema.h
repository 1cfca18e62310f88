/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The columns of a vocabulary's tables. Everything that merge, check and diff must know about an engine stands here, as
 * data: a rule that would be "if the engine is X" in diff is a missing column. A few pure hooks are the exception.
 *
 * A table is an array of kinds; kind 0 is the root. Each kind has an array of attributes sorted by name (binary search).
 * Sets of kinds are bit masks (LW_KIND(n)), so a vocabulary has at most 64 kinds.
 */
#ifndef LW_MODEL_SCHEMA_H
#define LW_MODEL_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "lunward/error.h"
#include "lunward/schema.h"

struct lw_tree;
struct lw_attr_spec;

#define LW_KIND(n) (UINT64_C(1) << (n))
#define LW_KIND_MAX 64
#define LW_KIND_ROOT 0

/* enum lw_effect, lw_scope, lw_lock: lunward/schema.h. */

/*
 * A type of values: one vtable, never a string compare. canon() appends the canonical spelling of @text to @out; two values
 * are equal when their canonical spellings are. It returns 0, or -EINVAL with @why->message saying what is legal ("a number
 * from 1 to 65535"), without naming attribute or value: the caller does.
 */
struct lw_type {
	const char *name;
	int (*canon)(const struct lw_attr_spec *spec, const char *text, size_t len,
		     struct lw_str *out, struct lw_error *why);
};

enum lw_when {
	LW_WHEN_ANY,
	/* A change re-creates the node. LW_A_AT_CREATE only says that CREATE may give it, whenever else it can change. */
	LW_WHEN_CREATE,
	LW_WHEN_DISABLED,     /* only while the export is disabled */
	LW_WHEN_ENABLED,      /* only once the node is complete (LIO: enabled storage object) */
	LW_WHEN_UNREFERENCED, /* a change takes the referrers down and up, not the node */
	LW_WHEN_INACTIVE,     /* only while the node's LW_A_ACTIVE attribute is 0 */
	LW_WHEN_NEVER	      /* never configuration: noted when declared */
};
enum lw_reading {
	LW_READ_EXACT,
	LW_READ_FORCED, /* the kernel shows its own value whatever was written: no operation, never compared */
	LW_READ_WRITE_ONLY, /* cannot be read back */
	LW_READ_VOLATILE,   /* counters: in no tree */
	LW_READ_DAEMON	    /* needs the engine's daemon */
};
enum lw_absent { LW_ABSENT_RESET, LW_ABSENT_KEEP, LW_ABSENT_OFF };
enum lw_attr_access {
	LW_ACC_NONE,
	LW_ACC_NARROWER,	/* the value in column narrow lets less through than any other */
	LW_ACC_OPEN_WHEN_EMPTY, /* multi: an empty set lets everybody in, a filled one only its members */
	LW_ACC_GRANTS,		/* multi: each value lets somebody in */
	LW_ACC_PIVOT,		/* moves access from one client to another (a user name) */
	LW_ACC_INCOMPARABLE /* changes who is matched in a way nobody can order: needs a bracket */
};
enum lw_unique {
	LW_UNIQUE_NO,
	LW_UNIQUE_ENGINE,
	LW_UNIQUE_EXPORT,
	LW_UNIQUE_TARGET,
	LW_UNIQUE_TOP
};
/* ENGINE: the whole tree. EXPORT: below the nearest export. TARGET: below the export's parent (LIO: all TPGs of one target).
 * TOP: below the ancestor that is a child of the root (SCST: one device group). */
/*
 * ADVISED: the kernel does not mind two, but nobody can have meant it: a warning, and nothing waits for it.
 * ACTIVE: it lets one node have the value while that is active (LW_A_ACTIVE), and others beside it that are not, or whose
 * rows advise.
 */
enum lw_unique_while { LW_WHILE_ALWAYS, LW_WHILE_ENABLED, LW_WHILE_ADVISED, LW_WHILE_ACTIVE };

enum lw_attr_flags {
	LW_A_MULTI = 1 << 0, /* several instances, compared as a set */
	/* The whole value, or its second word for "user secret" (LW_A_INPLACE). */
	LW_A_SECRET = 1 << 1,
	LW_A_IDENTITY = 1 << 2,	   /* what initiators know the device by */
	LW_A_AT_CREATE = 1 << 3,   /* given with CREATE; not a SET of its own for a new node */
	LW_A_ALWAYS_READ = 1 << 4, /* read and compared though no file names it */
	LW_A_ENABLE = 1 << 5,	   /* the switch of an export: written last, off first */
	LW_A_ACTIVE = 1 << 6,	/* 0 closes the node for its referrers: narrows all their exports */
	LW_A_REQUIRED = 1 << 7, /* a new node cannot be made without it */
	LW_A_INPLACE = 1 << 8,	/* multi: same first word, other rest: one write in place (CHVAL) */
	/* multi by mechanism, but one instance at most (OutgoingUser): replaced by del, add */
	LW_A_SINGLE = 1 << 9,
	LW_A_VIEW = 1 << 10, /* read_only of a LUN: 1 narrows, 0 widens; part of REPLACE */
	/* only where an optional reference is to something elsewhere */
	LW_A_APART = 1 << 11,
	/* never applied, but rightly declared: says what is so (a hardware port) */
	LW_A_STATES = 1 << 12,
	LW_A_SHRINKS = 1 << 13, /* a smaller value loses what was kept beyond it (a size) */
	/* of an export: names a sibling that must be on when this node is made and goes */
	LW_A_HOST = 1 << 14,
	LW_A_PORT = 1 << 15, /* create: what exists by hardware takes it at any time */
	/* what clients of its referrers read (a medium); without one the node is closed for them */
	LW_A_MEDIUM = 1 << 16,
	LW_A_ENDS = 1 << 17, /* multi: taking a value away ends the session that it stands for */
	/* made with the node, whatever is written later: that cannot be made while another one has the value */
	LW_A_BORN = 1 << 18,
	LW_A_BACKING =
		1
		<< 19, /* names a file of this machine, which must be there when the node is made and active */
	LW_A_COUNTER = 1 << 20, /* volatile: read where counters are asked for */
};

/* Writing the attribute sets another one, too: value in -> value out (in NULL: any other value; out NULL: unknown). */
struct lw_rewrite {
	const char *attr;
	const char *in, *out;
	bool holds; /* and as long as it has that value, nothing else can be written to the other one */
};

struct lw_attr_spec {
	const char *name;
	const struct lw_type *type;
	const char *fresh; /* canonical; NULL: the kind's fresh hook knows, or nobody */
	const char *help;  /* one line for man page and completion */
	uint32_t flags;
	uint8_t when, reading, absent, access; /* enums above */
	uint8_t effect, scope;		       /* of a change */
	uint8_t lock, deadline;		       /* enum lw_lock; seconds, 0: the engine's usual */
	uint8_t unique, unique_while;	       /* no two nodes in the scope may have the value */
	const char *exempt;		       /* the value that need not be unique ("0") */
	/* Free values to break a cycle, taken downwards; 0, 0: none. */
	uint32_t spare_low, spare_high;
	const char *narrow; /* LW_ACC_NARROWER: the narrower value */
	/* Other name of that attribute, whose value is this one's times factor. */
	const char *alias;
	uint32_t factor;
	const char *after;	       /* must be written after that attribute of the same node */
	const char *const *after_also; /* and after these; NULL-terminated; NULL: no more */
	uint64_t before;	       /* must be written before nodes of these kinds are created */
	const struct lw_rewrite *rewrites; /* ended by attr NULL */
	int64_t min, max;		   /* numbers: range, min == max == 0: any that fits */
	uint32_t max_len;		   /* bytes; 0: no limit of its own */
	const char *const *words;	   /* enumerations: legal words, NULL-terminated */
	const char *since;		   /* kernel or engine version; NULL: always */
	/* of one given with CREATE: bytes of which a value, and an empty value, can only be written behind it */
	const char *late;
	/* cannot be written while that attribute of the node is 1: that is 0 for the moment */
	const char *shut_by;
	/*
	 * While that attribute of the node is 1, a write of an attribute that drops beside what refers to the node sets this
	 * one, too: to 0 with a value of drops, to 1 with any other; and to 1 when all these groups go.
	 */
	const char *bound_by;
	/* values at which clients of the exports that its children refer to lose the units beside it; NULL-terminated */
	const char *const *drops;
	const char *dir; /* where its file is, below the node's directory ("attrib"); NULL: in it */
	/*
	 * The value that only means "none yet" (rel_tgt_id 0): shown by the kernel, never written; who declares it says
	 * nothing: noted, otherwise as if undeclared.
	 */
	const char *unset;
	/*
	 * The value that protects (what access and drops stand for does so anyway): a kernel without the attribute cannot be
	 * given it, and to go on without is no choice of ours.
	 */
	const char *guards;
};

enum lw_match { LW_MATCH_KEY, LW_MATCH_REF };
enum lw_order { LW_ORDER_NAME, LW_ORDER_NUMBER, LW_ORDER_ANY, LW_ORDER_SIGNIFICANT };
enum lw_kind_origin { LW_KIND_OURS, LW_KIND_HARDWARE, LW_KIND_MODULE, LW_KIND_OBSERVED };
/* HARDWARE: a port; missing when declared is an error of that node. MODULE: a handler, driver, fabric: there when its kernel
 * module is; never created or deleted by an operation. */
enum lw_unlisted { LW_UNLISTED_DELETE, LW_UNLISTED_KEEP, LW_UNLISTED_REPORT, LW_UNLISTED_DISABLE };
enum lw_on_ref_change { LW_REF_REPLACE, LW_REF_RECREATE };
enum lw_on_delete { LW_CASCADE, LW_BLOCKED };
enum lw_kind_access {
	LW_ROLE_NONE,
	LW_ROLE_EXPORT = 1 << 0,    /* what clients log in to */
	LW_ROLE_GRANT = 1 << 1,	    /* lets something through: LUN, mapped LUN, portal */
	LW_ROLE_CONTAINER = 1 << 2, /* holds a set of grants for the matchers in it */
	/* Says which clients see a container's set instead of the export's own. */
	LW_ROLE_MATCHER = 1 << 3
};
enum lw_kind_flags {
	/* A matcher that one verb carries to another container of the export. */
	LW_K_MOVABLE = 1 << 0,
	LW_K_REF_IS_NAME = 1 << 1, /* the node's name is the name of what it refers to */
	/* An unresolved reference is legal (a remote target); its class is part of match. */
	LW_K_REF_OPTIONAL = 1 << 2,
	/* Referents stand below the same export (LIO mapped LUN -> TPG LUN). */
	LW_K_REF_LOCAL = 1 << 3,
	LW_K_SINGLETON = 1 << 4, /* one node without a name */
	LW_K_ALWAYS_ON = 1 << 5, /* an export without a switch: visible as soon as it exists */
	/* A live session; refers to the container or export whose set it sees. */
	LW_K_SESSION = 1 << 6,
	LW_K_PORTAL = 1 << 7,	  /* a grant that is a way in, not a unit: every client needs one */
	LW_K_NAME_ICASE = 1 << 8, /* names match whatever their case (WWPNs) */
	/* initiators keep reservations on it, which a new one in its place has not */
	LW_K_RESERVES = 1 << 9,
	LW_K_FOREIGN = 1 << 10, /* not known here: it and what is below may have any attribute */
};

struct lw_kind_effect {
	uint8_t effect, scope;
};

struct lw_kind_hooks {
	/* Brings the attributes of a node into canonical shape beyond single values (aliases, folding). 0 or -ENOMEM. */
	int (*canon)(struct lw_tree *tree, uint32_t node);
	/* Computed default of attribute @attr: appended to @out, true; false when it is not known. */
	bool (*fresh)(const struct lw_tree *tree, uint32_t node, unsigned attr, struct lw_str *out);
	/*
	 * Whether two sibling nodes can concern the same client or resource, so that order or exclusion counts. Of a kind with
	 * unique names @b may be 0: whether @a can overlap with any of another name (a wildcard).
	 */
	bool (*overlaps)(const struct lw_tree *tree_a, uint32_t a, const struct lw_tree *tree_b,
			 uint32_t b);
	/*
	 * Of a kind with unique names that overlap: numbers that sort out whom to compare. Names that overlap have the same
	 * @rough; if none of them is a wildcard, they have the same @exact, too. NULL: any two may overlap.
	 */
	void (*overlap_keys)(const struct lw_tree *tree, uint32_t node, uint32_t *exact,
			     uint32_t *rough);
	/* Mistakes that need more than one attribute to see. */
	void (*check)(const struct lw_tree *tree, uint32_t node, struct lw_report *report);
};

struct lw_kind_spec {
	const char *name;  /* unique in the vocabulary: "fileio_device" */
	const char *label; /* what people call it: "device" */
	const char *word; /* keyword in the engine's own language: "DEVICE"; NULL: not declarable */
	const char *help;
	const char *dir; /* path element before the name: "luns"; NULL: none */
	/* Names that make a node of this word this kind (NULL-terminated); NULL: any other. */
	const char *const *only;
	uint64_t parents, ref_kinds;
	struct lw_attr_spec key;	  /* type, range and limits of the name */
	const struct lw_attr_spec *attrs; /* sorted by name */
	uint16_t nattr;
	uint16_t flags; /* enum lw_kind_flags */
	uint8_t match, order, origin, unlisted;
	uint8_t on_ref_change, on_ref_delete; /* of the referrer: what happens to it */
	uint8_t on_parent_delete; /* CASCADE: goes with its parent (implied); BLOCKED: must be gone before */
	uint8_t access;		  /* enum lw_kind_access, a set */
	uint8_t unique;		  /* enum lw_unique, of the name */
	/* Kinds that share the space of unique names (device families); 0: this kind alone. */
	uint64_t unique_with;
	/*
	 * Hardware: a node with a value of the first attribute is ours to create and delete (NPIV port); a kernel shows that of
	 * one that is there by a 0 of the second.
	 */
	const char *ours_by, *hardware_by;
	/* Folder below the engine's root where an object of the name is before it can be made: a SCSI device. */
	const char *exists_in;
	uint8_t lock;
	uint8_t del_lock;
	/* What refers to one does not go with it, whatever its own row says: it must be gone before. */
	bool del_leaves_referrers;
	bool del_pauses; /* deleting one pauses all I/O of the engine, whoever uses it */
	/* One that somebody uses is swapped while all I/O is paused: the kernel takes it away for a moment. */
	bool swap_pauses;
	uint8_t deadline;
	struct lw_kind_effect on_create, on_delete, on_replace, on_move;
	struct lw_kind_effect on_bracket; /* export: closing it for a moment */
	/* Matcher: characters that make a name a pattern; NULL: names are exact. */
	const char *wild;
	bool settle; /* the kernel makes nodes of this kind by itself when their referent is created */
	/* And nobody else does, for referents of these kinds, and for those of which this attribute is 1. */
	uint64_t settle_only;
	const char *settle_only_if;
	/* Matcher: the fallback set is open only while this attribute of the export has that value; NULL: always open. */
	const char *gate, *gate_open;
	/* Export: what closing it for a moment means, for the plan's words. */
	const char *bracket_note;
	struct lw_kind_hooks hooks;
};

struct lw_schema {
	const char *name; /* "scst" */
	const char *title;
	const struct lw_kind_spec *kinds;
	unsigned nkind;
};

static inline const struct lw_kind_spec *lw_kind(const struct lw_schema *schema, unsigned kind)
{
	return &schema->kinds[kind];
}

static inline bool lw_kind_in(uint64_t set, unsigned kind)
{
	return (set >> kind) & 1;
}

/* Index of an attribute of the table; -1 if the table does not name it. */
int lw_kind_attr(const struct lw_kind_spec *kind, const char *name, size_t len);

/* The attribute with this flag (ENABLE, ACTIVE, VIEW); -1 if the kind has none. */
int lw_kind_attr_flag(const struct lw_kind_spec *kind, uint32_t flag);

/* The attribute that opens and closes paths to the units beside its node (drops); -1 if the kind has none. */
int lw_kind_path_attr(const struct lw_kind_spec *kind);

/* Kinds whose children may have one. */
uint64_t lw_schema_path_parents(const struct lw_schema *schema);

/* The attribute that follows such a one (bound_by); -1 if the kind has none. */
int lw_kind_bound_attr(const struct lw_kind_spec *kind);

/* Whether the value of an attribute that drops is one at which it does. */
bool lw_value_drops(const struct lw_attr_spec *spec, const char *value);

/*
 * Whether an attribute with this value keeps somebody out, or from doing something. @spec NULL: one that its kind does not
 * know, and another may.
 */
bool lw_value_protects(const struct lw_schema *schema, const struct lw_attr_spec *spec,
		       const char *name, const char *value);

/* Whether a new node gets this value of the attribute with its CREATE. */
bool lw_given_at_create(const struct lw_attr_spec *spec, const char *value);

/*
 * The kind of a child that a language calls @word (any, when @word is NULL) with this name, under a parent of this kind:
 * kinds whose `only` holds the name come first, then the first of those without. -1 if the parent holds no such thing.
 */
int lw_schema_child_kind(const struct lw_schema *schema, unsigned parent, const char *word,
			 const char *name, size_t len);

/* Canonical spelling of a value or key; text that no type is known for is its own. As lw_type.canon. */
int lw_value_canon(const struct lw_attr_spec *spec, const char *text, size_t len,
		   struct lw_str *out, struct lw_error *why);

#endif
