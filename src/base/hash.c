/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A 64-bit state is folded through 64 x 64 -> 128 bit products: two words of input, each hidden behind a value that depends
 * on the seed, are multiplied and the halves of the product are xored. That is the core of the wyhash family; the schedule
 * and constants here are our own. Both factors carry seed-dependent bits, so no fixed input makes a factor zero for every
 * seed.
 */
#include "base/hash.h"

#include <string.h>
#include <sys/random.h>

/* Odd, half of the bits set, no pattern: digits of the square roots of 2, 3, 5 and 7. */
#define K0 UINT64_C(0x6a09e667f3bcc909)
#define K1 UINT64_C(0xbb67ae8584caa73b)
#define K2 UINT64_C(0x3c6ef372fe94f82b)
#define K3 UINT64_C(0xa54ff53a5f1d36f1)

static inline uint64_t fold(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
	unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
	uint64_t al = (uint32_t)a, ah = a >> 32, bl = (uint32_t)b, bh = b >> 32;
	uint64_t mid = ah * bl + (al * bl >> 32);
	uint64_t mid2 = al * bh + (uint32_t)mid;

	return (a * b) ^ (ah * bh + (mid >> 32) + (mid2 >> 32));
#endif
}

static inline uint64_t load8(const unsigned char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

static inline uint32_t load4(const unsigned char *p)
{
	uint32_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

uint32_t lw_hash_bytes(const void *bytes, size_t len, uint32_t seed)
{
	const unsigned char *p = bytes;
	uint64_t key = fold(seed ^ K0, K1);
	uint64_t state = key ^ len;
	uint64_t a = 0, b = 0;
	size_t left = len;

	for (; left > 16; left -= 16, p += 16)
		state = fold(load8(p) ^ key ^ K2, load8(p + 8) ^ state);

	/* The rest, at most 16 bytes: two loads that may overlap; the length is in the state already. */
	if (left >= 8) {
		a = load8(p);
		b = load8(p + left - 8);
	} else if (left >= 4) {
		a = load4(p);
		b = load4(p + left - 4);
	} else if (left) {
		a = (uint64_t)p[0] << 16 | (uint64_t)p[left / 2] << 8 | p[left - 1];
	}
	state = fold(a ^ key ^ K3, b ^ state);
	state = fold(state ^ K1, key ^ K2);
	return (uint32_t)(state ^ state >> 32);
}

uint32_t lw_hash_seed(const void *salt)
{
	static _Thread_local uint64_t secret, count;

	/* Early at boot, or under a filter that forbids the call, the address (randomised by the kernel) must do. */
	if (!count++ &&
	    getrandom(&secret, sizeof(secret), GRND_NONBLOCK) != (ssize_t)sizeof(secret))
		secret = (uintptr_t)&secret ^ K1;
	return (uint32_t)fold((uintptr_t)salt ^ secret ^ K0, count ^ secret ^ K2);
}
