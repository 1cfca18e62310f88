/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Portals. The kernel keeps the text it was given, so that one address has several spellings; the canonical one is dotted
 * decimal, or the shortest IPv6 form in brackets. "[::0]" stays: that is how the tools write the address of all. Within a
 * target the kernel refuses a portal that another TPG has, or that a wildcard of another TPG covers.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/num.h"
#include "model/tree/tree.h"
#include "schema/lio_hooks.h"
#include "schema/lio_kinds.h"
#include "schema/lio_types.h"
#include "schema/words.h"

/* The address and port of a portal's canonical name. */
struct address {
	unsigned char bytes[16]; /* IPv4: in the first four */
	bool v6, any;
	uint32_t port;
	const char *scope; /* after '%', up to ']'; NULL: none */
	size_t scope_len;
};

/* Dotted decimal; leading zeros are decimal, too, as in the kernel. */
static bool parse_v4(struct lw_word word, unsigned char *ret)
{
	struct lw_word part[4];
	size_t dots = 0;
	uint64_t number;

	for (size_t i = 0; i < word.len; i++)
		dots += word.text[i] == '.';
	if (dots != 3 || lw_words_split(word.text, word.len, ".", part, 4) != 4)
		return false;
	for (unsigned i = 0; i < 4; i++) {
		if (part[i].len > 3 ||
		    !lw_parse_u64(part[i].text, part[i].len, LW_NUM_DEC, &number) || number > 255)
			return false;
		ret[i] = (unsigned char)number;
	}
	return true;
}

static bool parse_v6(struct lw_word word, struct address *ret)
{
	const char *percent = memchr(word.text, '%', word.len);
	size_t len = percent ? (size_t)(percent - word.text) : word.len;
	char text[INET6_ADDRSTRLEN];

	if (len >= sizeof(text))
		return false;
	memcpy(text, word.text, len);
	text[len] = '\0';
	if (inet_pton(AF_INET6, text, ret->bytes) != 1)
		return false;
	if (percent) {
		ret->scope = percent + 1;
		ret->scope_len = word.len - len - 1;
	}
	return !percent || ret->scope_len;
}

static bool parse_portal(const char *text, size_t len, struct address *ret)
{
	static const unsigned char zero[16];
	const char *colon = memrchr(text, ':', len);
	struct lw_word address;
	uint64_t port;

	memset(ret, 0, sizeof(*ret));
	if (!colon || lw_word_has((struct lw_word){ text, len }, "/"))
		return false;
	address = (struct lw_word){ text, (size_t)(colon - text) };
	if (!lw_parse_u64(colon + 1, len - address.len - 1, LW_NUM_DEC, &port) || port > 65535)
		return false;
	ret->port = (uint32_t)port;
	ret->v6 = address.len > 2 && *text == '[';
	if (!ret->v6 && !parse_v4(address, ret->bytes))
		return false;
	if (ret->v6 && (address.text[address.len - 1] != ']' ||
			!parse_v6((struct lw_word){ text + 1, address.len - 2 }, ret)))
		return false;
	ret->any = !memcmp(ret->bytes, zero, sizeof(zero));
	return true;
}

/* fe80::/10: of which network says only the interface. */
static bool is_link_local(const struct address *address)
{
	return address->v6 && address->bytes[0] == 0xfe && (address->bytes[1] & 0xc0) == 0x80;
}

static int canon_portal(const struct lw_attr_spec *spec, const char *text, size_t len,
			struct lw_str *out, struct lw_error *why)
{
	struct address address;
	char shown[INET6_ADDRSTRLEN];

	(void)spec;
	if (!parse_portal(text, len, &address) || !address.port)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "address:port, an IPv6 address in brackets");
	if (is_link_local(&address) && !address.scope)
		return lw_error_set(
			why, -EINVAL, LW_CODE_INVALID,
			"a link-local address with its interface: [fe80::1%%eth0]:3260");
	if (!inet_ntop(address.v6 ? AF_INET6 : AF_INET, address.bytes, shown, sizeof(shown)))
		return -EINVAL;
	if (!address.v6) {
		lw_str_addf(out, "%s:%u", shown, address.port);
		return 0;
	}
	lw_str_addf(out, "[%s", address.any ? "::0" : shown);
	if (address.scope) {
		lw_str_add_char(out, '%');
		lw_str_add_bytes(out, address.scope, address.scope_len);
	}
	lw_str_addf(out, "]:%u", address.port);
	return 0;
}

bool lw_lio_portals_overlap(const struct lw_tree *tree_a, uint32_t a, const struct lw_tree *tree_b,
			    uint32_t b)
{
	const char *name_a = lw_node_name(tree_a, a);
	const char *name_b = b ? lw_node_name(tree_b, b) : NULL;
	struct address x, y;

	if (!name_b)
		return parse_portal(name_a, strlen(name_a), &x) && x.any;
	if (!parse_portal(name_a, strlen(name_a), &x) || !parse_portal(name_b, strlen(name_b), &y))
		return !strcmp(name_a, name_b);
	if (x.port != y.port)
		return false;
	/* The kernel does not look at the interface: one address may have several names. */
	if (x.v6 == y.v6 && !memcmp(x.bytes, y.bytes, sizeof(x.bytes)))
		return true;
	/* The IPv6 wildcard listens for IPv4 as well, unless the machine was told otherwise. */
	return (x.any && (x.v6 || !y.v6)) || (y.any && (y.v6 || !x.v6));
}

void lw_lio_portal_keys(const struct lw_tree *tree, uint32_t node, uint32_t *exact, uint32_t *rough)
{
	const char *name = lw_node_name(tree, node);
	struct address address;

	if (parse_portal(name, strlen(name), &address)) {
		*exact = lw_hash_bytes(address.bytes, sizeof(address.bytes), address.port);
		*rough = address.port;
	} else {
		*exact = *rough = lw_hash_bytes(name, strlen(name), 0);
	}
}

/* Those of one target. More are not looked at: nobody writes them by hand. */
struct wildcards {
	lw_node portal[32];
	unsigned count;
};

static bool parse_node(const struct lw_tree *tree, lw_node portal, struct address *ret)
{
	const char *name = lw_node_name(tree, portal);

	return parse_portal(name, strlen(name), ret);
}

/* The next portal of the target behind @portal (0: the first), whatever its TPG; 0 at the end. */
static lw_node next_portal(const struct lw_tree *tree, lw_node target, lw_node portal)
{
	lw_node tpg = portal ? lw_node_parent(tree, portal) : lw_node_first(tree, target);
	lw_node next = portal ? lw_node_next(tree, portal) : lw_node_first(tree, tpg);

	for (;;) {
		while (next && lw_node_kind(tree, next) != LIO_PORTAL)
			next = lw_node_next(tree, next);
		if (next || !tpg)
			return next;
		tpg = lw_node_next(tree, tpg);
		next = lw_node_first(tree, tpg);
	}
}

static void find_wildcards(const struct lw_tree *tree, lw_node target, struct wildcards *ret)
{
	struct address address;

	for (lw_node p = 0; (p = next_portal(tree, target, p));)
		if (parse_node(tree, p, &address) && address.any &&
		    ret->count < LW_ARRAY_LEN(ret->portal))
			ret->portal[ret->count++] = p;
}

/* Whether the kernel listens at both depends on a setting of the machine only where IPv6 meets IPv4. */
static void report_covered(const struct lw_tree *tree, lw_node portal, lw_node wildcard,
			   struct lw_report *report)
{
	struct lw_place place = lw_node_where(tree, wildcard);
	LW_AUTO_STR struct lw_str where = LW_STR_INIT;
	struct address a, b;
	bool mixed = parse_node(tree, portal, &a) && parse_node(tree, wildcard, &b) && a.v6 != b.v6;

	lw_tree_path(tree, wildcard, &where);
	if (place.line)
		lw_str_addf(&where, " (%s:%u:%u)", place.file, place.line, place.column);
	lw_tree_report(tree, portal, NULL, report, mixed ? LW_WARNING : LW_ERROR, LW_CODE_CONFLICT,
		       mixed ? "the kernel takes both only where net.ipv6.bindv6only is 1" : NULL,
		       "portal %s is covered by %s: the kernel does not listen at both",
		       lw_node_name(tree, portal), lw_str_text(&where));
}

/* Of two wildcards the later is told of. Two of one name are no matter of wildcards. */
static lw_node covered_by(const struct lw_tree *tree, lw_node portal,
			  const struct wildcards *wildcards)
{
	for (unsigned i = 0; i < wildcards->count; i++) {
		lw_node wildcard = wildcards->portal[i];

		if (wildcard == portal)
			break;
		if (strcmp(lw_node_name(tree, portal), lw_node_name(tree, wildcard)) &&
		    lw_lio_portals_overlap(tree, portal, tree, wildcard))
			return wildcard;
	}
	return 0;
}

void lw_lio_check_portals(const struct lw_tree *tree, uint32_t target, struct lw_report *report)
{
	struct wildcards wildcards = { .count = 0 };

	find_wildcards(tree, target, &wildcards);
	for (lw_node p = 0; wildcards.count && (p = next_portal(tree, target, p));) {
		lw_node wildcard = covered_by(tree, p, &wildcards);

		if (wildcard)
			report_covered(tree, p, wildcard, report);
	}
}

const struct lw_type lw_lio_portal = { "address:port", canon_portal };
