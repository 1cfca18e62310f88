#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What `make run` shows. LUNWARD names the program.
set -eu
"${LUNWARD:-build/lunward}" --version
