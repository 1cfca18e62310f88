/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/command.h"

#include <malloc.h>

#define LARGE (1024 * 1024)

/*
 * A large text is freed as soon as it is parsed. Left to itself, malloc learns from that to keep what is large in the heap,
 * where the text's room is a hole between what grows; told a size once and for all, it gives the room back.
 */
static void give_back_what_is_large(void)
{
#ifdef M_MMAP_THRESHOLD
	(void)mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

int main(int argc, char **argv)
{
	give_back_what_is_large();
	return cli_main(argc, argv);
}
