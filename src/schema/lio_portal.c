/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Portals. The kernel keeps the text it was given, so that one address has several spellings; the canonical one is dotted
 * decimal, or the shortest IPv6 form in brackets. "[::0]" stays: that is how the tools write the address of all. Within a
 * target the kernel refuses a portal that another TPG has, or that a wildcard of another TPG covers.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <string.h>

#include "base/num.h"
#include "lunward/tree.h"
#include "schema/lio_hooks.h"
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

static int canon_portal(const struct lw_attr_spec *spec, const char *text, size_t len,
			struct lw_str *out, struct lw_error *why)
{
	struct address address;
	char shown[INET6_ADDRSTRLEN];

	(void)spec;
	if (!parse_portal(text, len, &address) || !address.port)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "address:port, an IPv6 address in brackets");
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
	const char *name_a = lw_node_name(tree_a, a), *name_b = lw_node_name(tree_b, b);
	struct address x, y;

	if (!parse_portal(name_a, strlen(name_a), &x) || !parse_portal(name_b, strlen(name_b), &y))
		return !strcmp(name_a, name_b);
	if (x.port != y.port)
		return false;
	if (x.v6 == y.v6 && !memcmp(x.bytes, y.bytes, sizeof(x.bytes)))
		return true;
	/* The IPv6 wildcard listens for IPv4 as well, unless the machine was told otherwise. */
	return (x.any && (x.v6 || !y.v6)) || (y.any && (y.v6 || !x.v6));
}

const struct lw_type lw_lio_portal = { "address:port", canon_portal };
