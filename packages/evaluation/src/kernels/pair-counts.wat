;; Counts, for every pair of systems a < b, in how many columns the sum of a exceeds that of b by no more than a tolerance.
;; Memory: `systems` rows of `bytes` bytes of float64 sums (a multiple of 32, so four columns at a time), then one uint32 per
;; pair, row by row of the upper triangle.
(module
  (memory (export "memory") 1)
  (func (export "count") (param $systems i32) (param $bytes i32) (param $tolerance f64)
    (local $a i32) (local $b i32) (local $end i32) (local $last i32) (local $out i32) (local $atA i32) (local $atB i32)
    (local $slack v128) (local $even v128) (local $odd v128)
    (local.set $slack (f64x2.splat (local.get $tolerance)))
    (local.set $last (i32.mul (local.get $systems) (local.get $bytes)))
    (local.set $out (local.get $last))
    (block $done
      (loop $systems
        (local.set $end (i32.add (local.get $a) (local.get $bytes)))
        (local.set $b (local.get $end))
        (br_if $done (i32.ge_u (local.get $b) (local.get $last)))
        (loop $pairs
          (local.set $even (v128.const i64x2 0 0))
          (local.set $odd (v128.const i64x2 0 0))
          (local.set $atA (local.get $a))
          (local.set $atB (local.get $b))
          (loop $columns
            ;; A comparison that holds is -1.
            (local.set $even
              (i64x2.sub (local.get $even)
                (f64x2.le
                  (f64x2.sub (v128.load (local.get $atA)) (local.get $slack))
                  (v128.load (local.get $atB)))))
            (local.set $odd
              (i64x2.sub (local.get $odd)
                (f64x2.le
                  (f64x2.sub (v128.load offset=16 (local.get $atA)) (local.get $slack))
                  (v128.load offset=16 (local.get $atB)))))
            (local.set $atB (i32.add (local.get $atB) (i32.const 32)))
            (br_if $columns
              (i32.lt_u (local.tee $atA (i32.add (local.get $atA) (i32.const 32))) (local.get $end))))
          (local.set $even (i64x2.add (local.get $even) (local.get $odd)))
          (i32.store (local.get $out)
            (i32.wrap_i64
              (i64.add (i64x2.extract_lane 0 (local.get $even)) (i64x2.extract_lane 1 (local.get $even)))))
          (local.set $out (i32.add (local.get $out) (i32.const 4)))
          (br_if $pairs
            (i32.lt_u (local.tee $b (i32.add (local.get $b) (local.get $bytes))) (local.get $last))))
        (local.set $a (local.get $end))
        (br $systems)))))
