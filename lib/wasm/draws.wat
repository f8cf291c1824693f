;; Loops that draw: the generator sfc32 in four locals, and what nearly all draws come to. Whatever is rare, and whatever
;; needs a logarithm or a power, is left to the caller: a loop stops there and says so. So every draw has the bits that the
;; plain loops give.
;;
;; What npm run wasm writes out: `@word` is the next 32 bits of the stream, `@begin` takes the state from memory, `@end` puts
;; it back.
(module
  ;; Numbers of 4 bytes: the state at 0; at 16, what a loop stopped at, 0 if it is done. Numbers of 8 bytes: at 24, 32, 40
  ;; what the caller then needs; tables of 256 from 1024, 3072 and 5120 on; the draws from 8192 on, room for 4096; from 40960 on
  ;; a table of 2048 for `bells`; from 65536 on the tables of `aliases`, room for 65536 categories.
  (memory (export "memory") 29)

  ;; Normal draws number $i … $n − 1 by the ziggurat; stops at one outside the core of its layer, 1, its 64 bits at 24.
  (func (export "normals") (param $i i32) (param $n i32) (param $mean f64) (param $sd f64) (result i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $w i32) (local $l i32) (local $at i32) (local $x f64)
    (@begin)
    (i32.store (i32.const 16) (i32.const 0))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (@word $w)
        (@word $l)
        (local.set $at (i32.shl (i32.and (local.get $w) (i32.const 255)) (i32.const 3)))
        (local.set $x (f64.mul
          (f64.convert_i64_s (i64.or (i64.shl (i64.extend_i32_s (i32.shr_s (local.get $w) (i32.const 11))) (i64.const 32))
            (i64.extend_i32_u (local.get $l))))
          (f64.load offset=1024 (local.get $at))))
        (f64.store offset=8192 (i32.shl (local.get $i) (i32.const 3))
          (f64.add (local.get $mean) (f64.mul (local.get $sd) (local.get $x))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $next (f64.lt (f64.abs (local.get $x)) (f64.load offset=3072 (local.get $at))))
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        (i32.store (i32.const 24) (local.get $w))
        (i32.store (i32.const 28) (local.get $l))
        (i32.store (i32.const 16) (i32.const 1))))
    (@end)
    (local.get $i))

  ;; Gamma draws for a shape of at least 1 (Marsaglia, Tsang). Stops at a normal draw as `normals` does, 1, and at 2 where
  ;; the squeeze does not decide: the normal draw at 32, the uniform word, plus 1, at 40.
  (func (export "gammas") (param $i i32) (param $n i32) (param $spread f64) (param $scale f64) (result i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $w i32) (local $l i32) (local $at i32) (local $x f64) (local $v f64) (local $u f64)
    (@begin)
    (i32.store (i32.const 16) (i32.const 0))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (@word $w)
        (@word $l)
        (local.set $at (i32.shl (i32.and (local.get $w) (i32.const 255)) (i32.const 3)))
        (local.set $x (f64.mul
          (f64.convert_i64_s (i64.or (i64.shl (i64.extend_i32_s (i32.shr_s (local.get $w) (i32.const 11))) (i64.const 32))
            (i64.extend_i32_u (local.get $l))))
          (f64.load offset=1024 (local.get $at))))
        (if (i32.eqz (f64.lt (f64.abs (local.get $x)) (f64.load offset=3072 (local.get $at))))
          (then
            (i32.store (i32.const 24) (local.get $w))
            (i32.store (i32.const 28) (local.get $l))
            (i32.store (i32.const 16) (i32.const 1))
            (br $done)))
        (local.set $v (f64.add (f64.const 1) (f64.mul (local.get $spread) (local.get $x))))
        (br_if $next (f64.le (local.get $v) (f64.const 0)))
        (local.set $v (f64.mul (f64.mul (local.get $v) (local.get $v)) (local.get $v)))
        (@word $w)
        (local.set $u (f64.add (f64.convert_i32_u (local.get $w)) (f64.const 1)))
        (if (f64.gt (f64.mul (local.get $u) (f64.const 0x1p-32))
            (f64.sub (f64.const 1)
              (f64.mul (f64.mul (f64.const 0.0331) (f64.mul (local.get $x) (local.get $x)))
                (f64.mul (local.get $x) (local.get $x)))))
          (then
            (f64.store (i32.const 32) (local.get $x))
            (f64.store (i32.const 40) (local.get $u))
            (i32.store (i32.const 16) (i32.const 2))
            (br $done)))
        (f64.store offset=8192 (i32.shl (local.get $i) (i32.const 3)) (f64.mul (local.get $scale) (local.get $v)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (@end)
    (local.get $i))

  ;; Draws from a discrete bell by transformed rejection. What decides is a logarithm: a table of the logarithms in the
  ;; middle of 256 stretches of [1, 2), at 5120, is near enough nearly always. It is held against a table of ln(P(k) / P(mode))
  ;; for k = $least … $least + 2047, NaN where it is not known, and elsewhere against a parabola. Where that does not decide it
  ;; stops, 1: the value drawn at 24, the logarithm's argument at 32.
  (func $bells (export "bells")
    (param $i i32) (param $n i32) (param $twoA f64) (param $aa f64) (param $bb f64) (param $centre f64) (param $surely f64)
    (param $height f64) (param $mode f64) (param $variance f64) (param $last f64) (param $least f64) (result i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $w i32) (local $l i32) (local $u f64) (local $side f64) (local $k f64) (local $x f64) (local $gap f64)
    (local $parabola f64) (local $room f64) (local $bits i64)
    (@begin)
    (i32.store (i32.const 16) (i32.const 0))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (@word $w)
        (@word $l)
        (local.set $u (f64.sub
          (f64.mul
            (f64.convert_i64_s (i64.or (i64.shl (i64.extend_i32_u (i32.shr_u (local.get $w) (i32.const 5))) (i64.const 26))
              (i64.extend_i32_u (i32.shr_u (local.get $l) (i32.const 6)))))
            (f64.const 0x1p-53))
          (f64.const 0.5)))
        (@word $w)
        (local.set $side (f64.sub (f64.const 0.5) (f64.abs (local.get $u))))
        (local.set $k (f64.floor (f64.add
          (f64.mul (f64.add (f64.div (local.get $twoA) (local.get $side)) (local.get $bb)) (local.get $u))
          (local.get $centre))))
        (block $kept
          (br_if $kept (i32.and (f64.ge (local.get $side) (f64.const 0.07))
            (f64.le (f64.mul (f64.add (f64.convert_i32_u (local.get $w)) (f64.const 1)) (f64.const 0x1p-32))
              (local.get $surely))))
          (br_if $next (i32.eqz (i32.and (f64.ge (local.get $k) (f64.const 0)) (f64.le (local.get $k) (local.get $last)))))
          (@word $l)
          (local.set $x (f64.div
            (f64.mul
              (f64.mul (f64.add (f64.convert_i32_u (local.get $w))
                (f64.mul (f64.convert_i32_u (local.get $l)) (f64.const 0x1p-32))) (f64.const 0x1p-32))
              (local.get $height))
            (f64.add (f64.div (local.get $aa) (f64.mul (local.get $side) (local.get $side))) (local.get $bb))))
          (if (f64.gt (local.get $x) (f64.const 0))
            (then
              (local.set $bits (i64.reinterpret_f64 (local.get $x)))
              (local.set $u (f64.add
                (f64.mul
                  (f64.convert_i64_s (i64.sub (i64.shr_u (local.get $bits) (i64.const 52)) (i64.const 1023)))
                  (f64.const 0.6931471805599453))
                (f64.load offset=5120
                  (i32.and (i32.wrap_i64 (i64.shr_u (local.get $bits) (i64.const 41))) (i32.const 2040)))))
              ;; the table is within 1/512 of the logarithm
              (local.set $room (f64.const 0.0025))
              (local.set $gap (f64.sub (local.get $k) (local.get $least)))
              (if (i32.and (f64.ge (local.get $gap) (f64.const 0)) (f64.lt (local.get $gap) (f64.const 2048)))
                (then
                  (local.set $u (f64.sub (local.get $u)
                    (f64.load offset=40960 (i32.shl (i32.trunc_f64_s (local.get $gap)) (i32.const 3)))))
                  (br_if $next (f64.gt (local.get $u) (local.get $room)))
                  (br_if $kept (f64.lt (local.get $u) (f64.neg (local.get $room)))))
                (else
                  (local.set $gap (f64.abs (f64.sub (local.get $k) (local.get $mode))))
                  (if (f64.lt (local.get $gap) (f64.sub (f64.div (local.get $variance) (f64.const 2)) (f64.const 1)))
                    (then
                      (local.set $parabola (f64.div
                        (f64.mul (f64.mul (f64.const -0.5) (local.get $gap)) (local.get $gap)) (local.get $variance)))
                      (local.set $room (f64.add (local.get $room)
                        (f64.mul (f64.div (local.get $gap) (local.get $variance))
                          (f64.add (f64.const 0.5) (f64.div
                            (f64.add (f64.const 0.16666666666666666) (f64.mul (local.get $gap)
                              (f64.add (f64.div (local.get $gap) (f64.const 3)) (f64.const 0.625))))
                            (local.get $variance))))))
                      (br_if $next (f64.gt (local.get $u) (f64.add (local.get $parabola) (local.get $room))))
                      (br_if $kept (f64.lt (local.get $u) (f64.sub (local.get $parabola) (local.get $room))))))))))
          (f64.store (i32.const 24) (local.get $k))
          (f64.store (i32.const 32) (local.get $x))
          (i32.store (i32.const 16) (i32.const 1))
          (br $done))
        (f64.store offset=8192 (i32.shl (local.get $i) (i32.const 3)) (local.get $k))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (@end)
    (local.get $i))

  ;; $n uniform numbers, multiples of 2^-53.
  (func (export "uniforms") (param $n i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $w i32) (local $l i32) (local $at i32)
    (@begin)
    (local.set $n (i32.shl (local.get $n) (i32.const 3)))
    (loop $next
      (@word $w)
      (@word $l)
      (f64.store offset=8192 (local.get $at)
        (f64.mul
          (f64.convert_i64_s (i64.or (i64.shl (i64.extend_i32_u (i32.shr_u (local.get $w) (i32.const 5))) (i64.const 26))
            (i64.extend_i32_u (i32.shr_u (local.get $l) (i32.const 6)))))
          (f64.const 0x1p-53)))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $n))))
    (@end))

  ;; $n integers below $below, of 4 bytes each; a word times $below whose lower half is below $unfair is drawn again.
  (func (export "integers") (param $n i32) (param $below i32) (param $unfair i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $w i32) (local $at i32) (local $x i64)
    (@begin)
    (local.set $n (i32.shl (local.get $n) (i32.const 2)))
    (loop $next
      (@word $w)
      (local.set $x (i64.mul (i64.extend_i32_u (local.get $w)) (i64.extend_i32_u (local.get $below))))
      (br_if $next (i32.lt_u (i32.wrap_i64 (local.get $x)) (local.get $unfair)))
      (i32.store offset=8192 (local.get $at) (i32.wrap_i64 (i64.shr_u (local.get $x) (i64.const 32))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $n))))
    (@end))

  ;; Binomial draws number $i … $n − 1 of $left items, each of what those before it have left: with the chance of a weight at
  ;; 65536 over what stands at 327680, counted at 1376256. Stops as `bells` does, 1, and at 2 where fewer than 10 successes (or
  ;; failures) are expected. What is left is put at 40.
  (func (export "binomials") (param $i i32) (param $n i32) (param $left f64) (result i32)
    (local $p f64) (local $count f64) (local $isFlipped i32)
    (i32.store (i32.const 16) (i32.const 0))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (local.set $p (f64.div (f64.load offset=65536 (i32.shl (local.get $i) (i32.const 3)))
          (f64.load offset=327680 (i32.shl (local.get $i) (i32.const 3)))))
        (local.set $isFlipped (f64.gt (local.get $p) (f64.const 0.5)))
        (if (local.get $isFlipped) (then (local.set $p (f64.sub (f64.const 1) (local.get $p)))))
        (if (f64.lt (f64.mul (local.get $left) (local.get $p)) (f64.const 10))
          (then
            (i32.store (i32.const 16) (i32.const 2))
            (br $done)))
        (call $binomial (local.get $left) (local.get $p))
        (br_if $done (i32.load (i32.const 16)))
        (local.set $count (f64.load (i32.const 8192)))
        (if (local.get $isFlipped) (then (local.set $count (f64.sub (local.get $left) (local.get $count)))))
        (i32.store offset=1376256 (i32.shl (local.get $i) (i32.const 2)) (i32.trunc_f64_u (local.get $count)))
        (local.set $left (f64.sub (local.get $left) (local.get $count)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (f64.store (i32.const 40) (local.get $left))
    (local.get $i))

  ;; One binomial draw for p ≤ ½ and trials · p ≥ 10, as `bells` gives it, with the hat of Hörmann's BTRS.
  (func $binomial (param $trials f64) (param $p f64)
    (local $mean f64) (local $variance f64) (local $sd f64) (local $b f64) (local $a f64)
    (local.set $mean (f64.mul (local.get $trials) (local.get $p)))
    (local.set $variance (f64.mul (local.get $mean) (f64.sub (f64.const 1) (local.get $p))))
    (local.set $sd (f64.sqrt (local.get $variance)))
    (local.set $b (f64.add (f64.const 1.15) (f64.mul (f64.const 2.53) (local.get $sd))))
    (local.set $a (f64.add (f64.add (f64.const -0.0873) (f64.mul (f64.const 0.0248) (local.get $b)))
      (f64.mul (f64.const 0.01) (local.get $p))))
    (drop (call $bells (i32.const 0) (i32.const 1)
      (f64.mul (f64.const 2) (local.get $a)) (local.get $a) (local.get $b)
      (f64.add (local.get $mean) (f64.const 0.5))
      (f64.sub (f64.const 0.92) (f64.div (f64.const 4.2) (local.get $b)))
      (f64.mul (f64.add (f64.const 2.83) (f64.div (f64.const 5.1) (local.get $b))) (local.get $sd))
      (f64.floor (f64.mul (f64.add (local.get $trials) (f64.const 1)) (local.get $p)))
      (local.get $variance) (local.get $trials) (f64.const inf))))

  ;; Vose's tables of $k categories, as categorical.ts makes them, from weights at 65536 with the given sum: what each keeps
  ;; of its box at 589824, whose the rest is at 1114112. At 1376256 they wait.
  (func (export "aliases") (param $k i32) (param $total f64)
    (local $i i32) (local $small i32) (local $large i32) (local $heaviest i32) (local $rich i32) (local $x f64) (local $most f64)
    (local $isSmall i32)
    (local.set $large (local.get $k))
    (local.set $most (f64.const -1))
    (loop $next
      (local.set $x (f64.load offset=65536 (i32.shl (local.get $i) (i32.const 3))))
      (if (f64.gt (local.get $x) (local.get $most))
        (then
          (local.set $most (local.get $x))
          (local.set $heaviest (local.get $i))))
      (local.set $x (f64.mul (f64.div (local.get $x) (local.get $total)) (f64.convert_i32_u (local.get $k))))
      (f64.store offset=589824 (i32.shl (local.get $i) (i32.const 3)) (local.get $x))
      ;; both ends are free: the one that counts is moved on
      (i32.store offset=1376256 (i32.shl (local.get $small) (i32.const 2)) (local.get $i))
      (i32.store offset=1376252 (i32.shl (local.get $large) (i32.const 2)) (local.get $i))
      (local.set $isSmall (f64.lt (local.get $x) (f64.const 1)))
      (local.set $small (i32.add (local.get $small) (local.get $isSmall)))
      (local.set $large (i32.add (i32.sub (local.get $large) (i32.const 1)) (local.get $isSmall)))
      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $k))))
    (block $settled
      (loop $riches
        (br_if $settled (i32.or (i32.eqz (local.get $small)) (i32.ge_u (local.get $large) (local.get $k))))
        (local.set $rich (i32.load offset=1376256 (i32.shl (local.get $large) (i32.const 2))))
        (local.set $x (f64.load offset=589824 (i32.shl (local.get $rich) (i32.const 3))))
        (loop $poors
          (local.set $small (i32.sub (local.get $small) (i32.const 1)))
          (local.set $i (i32.load offset=1376256 (i32.shl (local.get $small) (i32.const 2))))
          (i32.store offset=1114112 (i32.shl (local.get $i) (i32.const 2)) (local.get $rich))
          (local.set $x (f64.sub
            (f64.add (local.get $x) (f64.load offset=589824 (i32.shl (local.get $i) (i32.const 3))))
            (f64.const 1)))
          (local.set $isSmall (f64.lt (local.get $x) (f64.const 1)))
          (br_if $poors (i32.and (i32.eqz (local.get $isSmall)) (i32.ne (local.get $small) (i32.const 0)))))
        (f64.store offset=589824 (i32.shl (local.get $rich) (i32.const 3)) (local.get $x))
        (i32.store offset=1376256 (i32.shl (local.get $small) (i32.const 2)) (local.get $rich))
        (local.set $small (i32.add (local.get $small) (local.get $isSmall)))
        (local.set $large (i32.add (local.get $large) (local.get $isSmall)))
        (br $riches)))
    (local.set $i (i32.const 0))
    (loop $next
      (if (i32.or (i32.lt_u (local.get $i) (local.get $small)) (i32.ge_u (local.get $i) (local.get $large)))
        (then
          (local.set $rich (i32.load offset=1376256 (i32.shl (local.get $i) (i32.const 2))))
          (f64.store offset=589824 (i32.shl (local.get $rich) (i32.const 3))
            (f64.convert_i32_u (f64.gt (f64.load offset=65536 (i32.shl (local.get $rich) (i32.const 3))) (f64.const 0))))
          (i32.store offset=1114112 (i32.shl (local.get $rich) (i32.const 2)) (local.get $heaviest))))
      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $k)))))

  ;; $n items fall into the categories of the tables, which are counted at 1638400.
  (func (export "falls") (param $n i32) (param $k f64)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $w i32) (local $l i32) (local $i i32) (local $box f64)
    (@begin)
    (loop $next
      (@word $w)
      (@word $l)
      (local.set $box (f64.mul
        (f64.mul
          (f64.convert_i64_s (i64.or (i64.shl (i64.extend_i32_u (i32.shr_u (local.get $w) (i32.const 5))) (i64.const 26))
            (i64.extend_i32_u (i32.shr_u (local.get $l) (i32.const 6)))))
          (f64.const 0x1p-53))
        (local.get $k)))
      (local.set $i (i32.trunc_f64_u (local.get $box)))
      (local.set $i (i32.shl
        (select
          (local.get $i)
          (i32.load offset=1114112 (i32.shl (local.get $i) (i32.const 2)))
          (f64.lt (f64.sub (local.get $box) (f64.convert_i32_u (local.get $i)))
            (f64.load offset=589824 (i32.shl (local.get $i) (i32.const 3)))))
        (i32.const 2)))
      (i32.store offset=1638400 (local.get $i) (i32.add (i32.load offset=1638400 (local.get $i)) (i32.const 1)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (@end)))
