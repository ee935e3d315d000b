-- What an analyst starts from, over the tables that `barometroctl gather` writes. Load them first: duckdb.sql,
-- postgresql.sql or spark.sql; the views are the same for all three.
--
-- The scores follow the rules of each municipality's profile, as the program applies them. Figures keep all their digits,
-- and an indicator's `shown` is exact however many they are: it is compared without dividing. `score` is in per cent, not
-- rounded, with as many digits as the database divides with; those of objectives and above are rounded to nine decimals
-- before they are rounded to be shown, so that 97.5 stays on its side. The program does this without the nine decimals,
-- on exact fractions. What is `shown` can be one more than the program's where the exact mean lies below the middle of two
-- values by less than 0.0000000005 (97.4999999996 is shown as 98): that takes a common denominator of the achievements
-- above a thousand million, and then one objective in some thousand million, or one line in some twenty million. The
-- column `published` of objectives and `years` is the program's own figure.

-- The achievement of each indicator by its rule.
CREATE VIEW indicator_inputs AS
SELECT i.*,
       COALESCE(i.target, CASE WHEN i.rule = 'on-off' THEN 1 END) AS t,
       i.actual AS a,
       ((i.rule_direction = 'increasing' AND COALESCE(i.target_comparison, '') = 'above')
        OR (i.rule_direction = 'decreasing' AND COALESCE(i.target_comparison, '') = 'below'))
       AND COALESCE(i.actual_comparison, '') NOT IN ('above', 'below') AS is_strict,
       GREATEST(0, (i.actual_day - CASE WHEN COALESCE(i.actual_comparison, '') = 'below' THEN 1 ELSE 0 END)
                 - (i.target_day - CASE WHEN COALESCE(i.target_comparison, '') = 'below' THEN 1 ELSE 0 END)) AS days_late
FROM indicators i;

CREATE VIEW indicator_reached AS
SELECT n.*,
       CASE WHEN n.rule_direction = 'increasing' THEN CASE WHEN n.is_strict THEN n.a > n.t ELSE n.a >= n.t END
            ELSE CASE WHEN n.is_strict THEN n.a < n.t ELSE n.a <= n.t END END AS is_reached
FROM indicator_inputs n;

CREATE VIEW indicator_bands AS
SELECT r.municipality_id, r.year, r.indicator_id, MAX(b.band_from) AS band_from
FROM indicator_reached r
JOIN scoring b ON b.municipality_id = r.municipality_id AND b.year = r.year
    AND ((r.rule = 'bands' AND b.bands_kind = 'value' AND b.band_from <= r.a)
         OR (r.rule = 'date-bands' AND b.bands_kind = 'days' AND b.band_from <= r.days_late))
GROUP BY r.municipality_id, r.year, r.indicator_id;

-- The achievement as a share: `part` of a `whole` above 0, and the most of it that counts.
CREATE VIEW indicator_shares AS
SELECT r.*,
       CASE
           WHEN r.valued IS NOT NULL THEN r.valued
           WHEN r.rule IN ('bands', 'date-bands') THEN COALESCE(s.band_score, 0)
           WHEN r.rule = 'on-off' THEN CASE WHEN r.a >= r.t THEN 1 ELSE 0 END
           WHEN r.rule = 'date' THEN CASE WHEN r.days_late = 0 THEN 1 ELSE 0 END
           WHEN r.rule = 'decreasing-pass-fail' OR (r.rule = 'from-baseline' AND r.t = r.baseline)
               OR (r.rule <> 'from-baseline' AND r.t = 0) THEN CASE WHEN r.is_reached THEN 1 ELSE 0 END
           WHEN r.rule = 'from-baseline' THEN CASE WHEN r.t > r.baseline THEN r.a - r.baseline ELSE r.baseline - r.a END
           WHEN r.t < 0 THEN CASE WHEN r.is_reached THEN 1 END
           WHEN r.rule = 'decreasing-complement' THEN r.t + r.t - r.a
           WHEN r.rule = 'decreasing-ratio' THEN CASE WHEN r.a > 0 THEN r.t WHEN r.a <= r.t THEN 1 ELSE 0 END
           ELSE r.a
       END AS part,
       CASE
           WHEN r.valued IS NOT NULL OR r.rule IN ('bands', 'date-bands') THEN 100
           WHEN r.rule IN ('on-off', 'date', 'decreasing-pass-fail') OR r.t = 0 AND r.rule <> 'from-baseline' THEN 1
           WHEN r.rule = 'from-baseline' THEN
               CASE WHEN r.t > r.baseline THEN r.t - r.baseline WHEN r.t < r.baseline THEN r.baseline - r.t ELSE 1 END
           WHEN r.t < 0 OR (r.rule = 'decreasing-ratio' AND r.a <= 0) THEN 1
           WHEN r.rule = 'decreasing-ratio' THEN r.a
           ELSE r.t
       END AS whole,
       CASE WHEN r.valued IS NULL AND r.is_strict
                 AND CASE WHEN r.rule = 'from-baseline' THEN r.a = r.t
                          ELSE r.rule NOT IN ('bands', 'date-bands', 'on-off', 'date') AND NOT r.is_reached END
            THEN 99 ELSE 100 END AS most
FROM indicator_reached r
LEFT JOIN indicator_bands w
    ON w.municipality_id = r.municipality_id AND w.year = r.year AND w.indicator_id = r.indicator_id
LEFT JOIN scoring s
    ON s.municipality_id = r.municipality_id AND s.year = r.year AND s.band_from = w.band_from
    AND s.bands_kind = CASE r.rule WHEN 'bands' THEN 'value' WHEN 'date-bands' THEN 'days' END;

-- Divided, and a first guess of the whole number that is shown. 1E2 makes the quotient as exact as the database can.
CREATE VIEW indicator_quotients AS
SELECT q.*, CAST(ROUND(q.score, 0) AS DECIMAL(3, 0)) AS guess
FROM (
    SELECT s.*, CASE WHEN s.state = 'scored' THEN LEAST(s.most, GREATEST(0, s.part * 1E2 / s.whole)) END AS score
    FROM indicator_shares s
) q;

CREATE VIEW indicator_scores AS
SELECT q.municipality_id, q.municipality, q.istat_code, q.year, q.line_code, q.line, q.objective_id, q.objective,
       q.sector, q.indicator_id, q.indicator, q.state, q.weight, q.score,
       CASE WHEN q.state = 'scored' THEN LEAST(q.most, GREATEST(0,
           CASE WHEN q.part * 200 >= (q.guess + q.guess + 1) * q.whole THEN q.guess + 1
                WHEN q.part * 200 < (q.guess + q.guess - 1) * q.whole THEN q.guess - 1
                ELSE q.guess END)) END AS shown
FROM indicator_quotients q;

-- One row a year and municipality: how it is scored.
CREATE VIEW years AS
SELECT municipality_id, municipality, istat_code, year, is_closed, roll_up, score AS published
FROM scoring
WHERE bands_kind IS NULL;

-- The achievement of each objective: its indicators' by their weights; where nobody has a weight all weigh alike.
CREATE VIEW objective_weights AS
SELECT s.*,
       CASE WHEN s.state = 'not-reported' AND y.is_closed = 'true' THEN 0.0 ELSE s.score END AS counted,
       MAX(CASE WHEN s.state <> 'neutralised' AND s.weight IS NOT NULL THEN 1 ELSE 0 END)
           OVER (PARTITION BY s.municipality_id, s.year, s.objective_id) AS is_written
FROM indicator_scores s
JOIN years y ON y.municipality_id = s.municipality_id AND y.year = s.year;

CREATE VIEW objective_scores AS
SELECT o.municipality_id, o.municipality, o.istat_code, o.year, o.line_code, o.line, o.objective_id, o.objective, o.sector,
       o.weight, m.score, ROUND(ROUND(m.score, 9), 0) AS shown, o.weight_sum
FROM objectives o
LEFT JOIN (
    SELECT w.municipality_id, w.year, w.objective_id,
           SUM(w.counted * CASE WHEN w.is_written = 1 THEN COALESCE(w.weight, 0) ELSE 1 END)
               / NULLIF(SUM(CASE WHEN w.counted IS NULL THEN 0
                                 WHEN w.is_written = 1 THEN COALESCE(w.weight, 0) ELSE 1 END), 0) AS score
    FROM objective_weights w
    WHERE w.state <> 'neutralised'
    GROUP BY w.municipality_id, w.year, w.objective_id
) m ON m.municipality_id = o.municipality_id AND m.year = o.year AND m.objective_id = o.objective_id;

-- The achievement of each line and of the municipality: the mean of the objectives, by their weights where the profile
-- says so and any has one.
CREATE VIEW group_weights AS
SELECT o.*, y.roll_up,
       MAX(CASE WHEN o.weight IS NOT NULL THEN 1 ELSE 0 END)
           OVER (PARTITION BY o.municipality_id, o.year, o.line_code, o.line) AS has_line_weights,
       MAX(CASE WHEN o.weight IS NOT NULL THEN 1 ELSE 0 END)
           OVER (PARTITION BY o.municipality_id, o.year) AS has_weights
FROM objective_scores o
JOIN years y ON y.municipality_id = o.municipality_id AND y.year = o.year;

CREATE VIEW line_scores AS
SELECT g.municipality_id, g.municipality, g.istat_code, g.year, g.line_code, g.line, g.score,
       ROUND(ROUND(g.score, 9), 2) AS shown
FROM (
    SELECT municipality_id, municipality, istat_code, year, line_code, line,
           SUM(score * CASE WHEN roll_up = 'weighted' AND has_line_weights = 1 THEN COALESCE(weight, 0) ELSE 1 END)
               / NULLIF(SUM(CASE WHEN score IS NULL THEN 0
                                 WHEN roll_up = 'weighted' AND has_line_weights = 1 THEN COALESCE(weight, 0)
                                 ELSE 1 END), 0) AS score
    FROM group_weights
    GROUP BY municipality_id, municipality, istat_code, year, line_code, line
) g;

CREATE VIEW municipality_scores AS
SELECT g.municipality_id, g.municipality, g.istat_code, g.year, g.objectives, g.score,
       ROUND(ROUND(g.score, 9), 2) AS shown
FROM (
    SELECT municipality_id, municipality, istat_code, year, COUNT(*) AS objectives,
           SUM(score * CASE WHEN roll_up = 'weighted' AND has_weights = 1 THEN COALESCE(weight, 0) ELSE 1 END)
               / NULLIF(SUM(CASE WHEN score IS NULL THEN 0
                                 WHEN roll_up = 'weighted' AND has_weights = 1 THEN COALESCE(weight, 0)
                                 ELSE 1 END), 0) AS score
    FROM group_weights
    GROUP BY municipality_id, municipality, istat_code, year
) g;

-- Each municipality beside those of its size. The table `municipalities` (istat_code, population) is the analyst's own,
-- from ISTAT; the classes are those of the statistics of local finance.
CREATE VIEW size_classes AS
SELECT istat_code, population,
       CASE WHEN population < 1000 THEN 1 WHEN population < 5000 THEN 2 WHEN population < 10000 THEN 3
            WHEN population < 20000 THEN 4 WHEN population < 60000 THEN 5 WHEN population < 250000 THEN 6
            ELSE 7 END AS size_class
FROM municipalities;

CREATE VIEW same_size AS
SELECT s.municipality_id, s.municipality, s.istat_code, s.year, c.population, c.size_class, s.score,
       AVG(s.score) OVER (PARTITION BY c.size_class, s.year) AS mean_of_size,
       RANK() OVER (PARTITION BY c.size_class, s.year ORDER BY s.score DESC) AS rank_in_size,
       COUNT(*) OVER (PARTITION BY c.size_class, s.year) AS count_in_size
FROM municipality_scores s
JOIN size_classes c ON c.istat_code = s.istat_code
WHERE s.score IS NOT NULL;

-- How many objectives lie in each band of ten per cent.
CREATE VIEW distribution AS
SELECT year, LEAST(90, FLOOR(score / 10) * 10) AS from_score, COUNT(*) AS objectives
FROM objective_scores
WHERE score IS NOT NULL
GROUP BY year, LEAST(90, FLOOR(score / 10) * 10);

-- Objectives whose weights do not sum to 100.
CREATE VIEW weights_not_100 AS
SELECT municipality_id, municipality, istat_code, year, line, objective_id, objective, weight_sum
FROM objective_scores
WHERE weight_sum IS NOT NULL AND weight_sum <> 100;

-- Each indicator that is followed over several plans, beside what it reached in the plan before (D.Lgs. 150/2009 art. 5).
CREATE VIEW indicator_years AS
SELECT n.municipality_id, n.municipality, n.istat_code, n.followed_id, n.year, n.indicator_id, n.indicator, n.unit,
       n.target, n.actual, s.score,
       LAG(n.year) OVER (PARTITION BY n.municipality_id, n.followed_id ORDER BY n.year) AS former_year,
       LAG(n.actual) OVER (PARTITION BY n.municipality_id, n.followed_id ORDER BY n.year) AS former_actual,
       LAG(s.score) OVER (PARTITION BY n.municipality_id, n.followed_id ORDER BY n.year) AS former_score,
       COUNT(*) OVER (PARTITION BY n.municipality_id, n.followed_id) AS plans
FROM indicators n
JOIN indicator_scores s
    ON s.municipality_id = n.municipality_id AND s.year = n.year AND s.indicator_id = n.indicator_id;
