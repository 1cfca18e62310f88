/* SPDX-License-Identifier: Apache-2.0 */
/* Random numbers that a seed repeats on every machine (splitmix64). */
#ifndef PROPERTY_RNG_H
#define PROPERTY_RNG_H

#include <stdbool.h>
#include <stdint.h>

struct rng {
	uint64_t state;
};

static inline uint64_t rng_next(struct rng *rng)
{
	uint64_t z = rng->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

/* 0 .. n - 1 */
static inline unsigned rng_below(struct rng *rng, unsigned n)
{
	return (unsigned)((rng_next(rng) >> 32) * n >> 32);
}

/* low .. high */
static inline unsigned rng_range(struct rng *rng, unsigned low, unsigned high)
{
	return low + rng_below(rng, high - low + 1);
}

/* True in @percent of 100 cases. */
static inline bool rng_chance(struct rng *rng, unsigned percent)
{
	return rng_below(rng, 100) < percent;
}

/* Brings the numbers 0 .. n - 1 into random order. */
static inline void rng_shuffle(struct rng *rng, unsigned *list, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		list[i] = i;
	for (unsigned i = n; i > 1; i--) {
		unsigned k = rng_below(rng, i), swap = list[i - 1];

		list[i - 1] = list[k];
		list[k] = swap;
	}
}

#endif
