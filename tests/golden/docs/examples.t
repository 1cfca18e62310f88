Every example is accepted without a warning, but for the broken one.
--- run
cd "$CASE_DIR/../../../examples"
for file in *.conf; do
	[ $file = broken.conf ] || lunward check --strict $file >/dev/null 2>&1 || echo "$file is not accepted"
done
lunward check broken.conf 2>/dev/null
--- exit 2
