/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files of the SCST reader share.
 *
 * A reader walks: its path is that of the directory it is in, its object the innermost object around
 * it. While it walks the kernel lives on, so "no such file" has two meanings. If the object's own
 * directory is gone, too, the object was deleted: it is taken out of the tree, and the walk goes on
 * (SCST_GONE). If the object is still there, a part that was just listed is missing: for an attribute
 * that is a fact, for anything else an error, since the tree would be incomplete and nobody would see
 * it.
 */
#ifndef LW_ENGINE_SCST_READER_H
#define LW_ENGINE_SCST_READER_H

#include <stdbool.h>

#include "engine/engine.h"
#include "model/tree/tree.h"
#include "schema/scst_kinds.h"

/* Returned beside 0 and negative errnos: the object at hand was deleted meanwhile. */
#define SCST_GONE 1

/* What is wanted, what was applied last, what was interrupted, what a plan touches. */
#define SCST_ASKERS_MAX 4

struct scst_reader {
	struct lw_ktree *kt;
	struct lw_tree *tree;
	struct lw_report *report;
	bool attrs, sessions; /* what is wanted */
	bool identity, counters, agreed;
	bool unseen; /* somebody may be logged in and was not looked at */
	bool asked;  /* of the attributes, only what these ask for */
	const struct lw_tree *const *ask;
	lw_node asker_of, askers[SCST_ASKERS_MAX];
	const struct lw_tree *whole;
	struct lw_str path;  /* of the directory at hand */
	size_t object;	     /* how much of it is the path of the object at hand */
	struct lw_str value; /* the file at hand */
	struct lw_error why; /* the failure that ends the walk, once a function returned one */
};

/* ---- reader.c */

/* Goes into a subdirectory (or to a file); the way back is lw_kt_cut(&reader->path, mark). */
int scst_enter(struct scst_reader *reader, const char *name);

/* What a failed access at or below the object means: SCST_GONE, or @r, or that it cannot be told. */
int scst_failed(struct scst_reader *reader, int r);

/* The error for an SCST_GONE that was about the root. */
int scst_unloaded(struct scst_reader *reader);

/* Names in the directory at hand. */
int scst_list(struct scst_reader *reader, struct lw_kt_list *ret);

/* Last element of the link @name in the directory at hand; in reader->value until the next access. */
int scst_link_name(struct scst_reader *reader, const char *name, const char **ret);

/* Reports something that was left out: the object is the path, with @name (may be NULL) behind. */
void scst_left_out(struct scst_reader *reader, const char *name, const char *message);

/*
 * Adds a node for a name of the kernel. 0 and *ret == 0: the name is impossible, which was reported.
 */
int scst_add(struct scst_reader *reader, lw_node parent, int kind, const struct lw_kt_entry *entry,
	     lw_node *ret);

/* What is read of an object beside its attributes; @list: the names in its directory. */
typedef int scst_body(struct scst_reader *reader, lw_node node, const struct lw_kt_list *list);

/*
 * Reads the object @entry, a subdirectory of the directory at hand: a node, its attributes, and what
 * @body (may be NULL) reads. An object that vanishes leaves no node behind.
 */
int scst_object(struct scst_reader *reader, lw_node parent, int kind,
		const struct lw_kt_entry *entry, scst_body *body);

/*
 * The same for all subdirectories of directory @dir; or for those in @list, which is of the one at hand. Their kind is what the
 * vocabulary says that @word with that name is below @parent.
 */
int scst_objects_listed(struct scst_reader *reader, lw_node parent, const struct lw_kt_list *list,
			const char *word, scst_body *body);
int scst_objects(struct scst_reader *reader, lw_node parent, const char *dir, const char *word,
		 scst_body *body);

/* ---- asked.c */

/* How much of a node is read. */
enum lw_depth scst_depth(const struct scst_reader *reader, lw_node node);

/* Whether an attribute of the node is read; of a known one @spec is its row, else it is asked for by name. */
bool scst_asks(struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec,
	       const char *name);

/* Whether one of the trees that ask names the attribute. */
bool scst_declared(struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec,
		   const char *name);

/* The n-th attribute of the node that one of these trees names and the vocabulary does not; NULL behind the last. */
const char *scst_asked_unknown(struct scst_reader *reader, lw_node node, unsigned n);

/* Whether a fact that changes by itself, or one that initiators know the node by, is read where nothing else may be. */
bool scst_asks_fact(const struct scst_reader *reader, lw_node node,
		    const struct lw_attr_spec *spec);

/* Whether the node's own directory need not be listed: all that is asked for has a place that is known. */
bool scst_needs_no_list(struct scst_reader *reader, lw_node node);

/* ---- value.c */

/*
 * The text of an attribute file: its value is the first line; a later line "[key]" says that the value
 * has to be restored by whoever configures.
 */
struct scst_value {
	const char *text;
	size_t len;
	bool keyed;
};
struct scst_value scst_value(const char *text, size_t len);

/* Reads the attributes of the object at hand, whose files are in @list. */
int scst_attrs(struct scst_reader *reader, lw_node node, const struct lw_kt_list *list);

/* The same, of a node whose files were not listed. */
int scst_attrs_asked(struct scst_reader *reader, lw_node node);

/* Reads one attribute of the object at hand from the file @name; what that cannot be read means is in the tree, or an error. */
int scst_attr(struct scst_reader *reader, lw_node node, uint16_t def, const char *name,
	      uint32_t instance);

/* Adds one value, as if a file had given it. */
int scst_put(struct scst_reader *reader, lw_node node, uint16_t def, const struct scst_value *value,
	     uint32_t instance);

/* ---- read_only.c */

/* Whether the attribute may be left for LUNs to tell. */
bool scst_lun_tells(struct scst_reader *reader, lw_node node, const struct lw_attr_spec *spec);

/* What a LUN says of its device. */
int scst_told_by_lun(struct scst_reader *reader, lw_node lun);

/* Asks the devices of which no LUN has told. */
int scst_ask_devices(struct scst_reader *reader, lw_node root);

/* ---- read_*.c: each reads one of the root's directories */

int scst_read_handlers(struct scst_reader *reader, lw_node root);
int scst_read_targets(struct scst_reader *reader, lw_node root);
int scst_read_device_groups(struct scst_reader *reader, lw_node root);

/* read_devices.c: refers to a device by its name; one that is not there stays a name. */
void scst_refer_device(struct scst_reader *reader, lw_node node, const char *name);

/* read_access.c: what stands below a target. */
int scst_read_luns(struct scst_reader *reader, lw_node holder);
int scst_read_groups(struct scst_reader *reader, lw_node target);
int scst_read_sessions(struct scst_reader *reader, lw_node target);

#endif
