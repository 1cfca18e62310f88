Options stand anywhere, in any of their spellings; -- ends them; the last one counts.
--- file a.conf
setup_id 0x21
--- file -a.conf
setup_id 0x22
--- run
lunward show a.conf -ojson >1; lunward show -o json a.conf >2; lunward show --output json a.conf >3
lunward show --output=json -- a.conf >4; lunward show -o text -o json a.conf >5
for n in 2 3 4 5; do cmp 1 $n; done
--- run
lunward check -- -a.conf; lunward check ./-a.conf
--- stdout
-a.conf: ok
./-a.conf: ok
--- run
lunward check --strict a.conf --color=never
--- stdout
a.conf: ok
