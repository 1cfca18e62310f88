Options stand anywhere, in any of their spellings; -- ends them. What takes one argument is given once.
--- file a.conf
setup_id 0x21
--- file -a.conf
setup_id 0x22
--- run
lunward show a.conf -ojson >1; lunward show -o json a.conf >2; lunward show --output json a.conf >3
lunward show --output=json -- a.conf >4
for n in 2 3 4; do cmp 1 $n; done
--- run
lunward check -- -a.conf; lunward check ./-a.conf
--- stdout
-a.conf: ok
./-a.conf: ok
--- run
lunward check --strict a.conf --color=never
--- stdout
a.conf: ok
--- run
lunward show -o text --output=json a.conf
--- stderr
lunward show: --output is given twice
  hint: 'lunward help show' shows how it is used
--- exit 2
--- run
lunward plan --from a.conf --from a.conf a.conf
--- stderr
lunward plan: --from is given twice
  hint: 'lunward help plan' shows how it is used
--- exit 2
--- run
lunward plan --from a.conf --keep threads --keep poll_us -v -v a.conf
--- stdout
Nothing to do.
