-- Loads what `barometroctl gather` wrote into PostgreSQL, by psql; then run views.sql.
--
--     BAROMETRO_GATHERED=FOLDER psql -f postgresql.sql -f views.sql
--
-- `municipalities` (istat_code, population) is the analyst's own, and empty here.
\set ON_ERROR_STOP on

CREATE TABLE gathered_indicators (municipality_id text, municipality text, istat_code text, year integer, line_code text, line text, objective_id text, objective_code text, objective text, sector text, indicator_id text, indicator text, dimension text, measure text, direction text, unit text, target numeric, target_comparison text, target_date date, target_text text, actual numeric, actual_date date, actual_comparison text, actual_text text, baseline numeric, weight numeric, deviation numeric, published numeric, state text, rule text, rule_direction text, valued numeric, note text, followed_id text, actual_series_id text);
\copy gathered_indicators FROM PROGRAM 'find "$BAROMETRO_GATHERED"/indicators -name part.csv -exec tail -q -n +2 {} +' WITH (FORMAT csv)
CREATE TABLE objectives (municipality_id text, municipality text, istat_code text, year integer, line_code text, line text, objective_id text, objective_code text, objective text, sector text, weight numeric, indicators integer, weight_sum numeric, published numeric);
\copy objectives FROM PROGRAM 'find "$BAROMETRO_GATHERED"/objectives -name part.csv -exec tail -q -n +2 {} +' WITH (FORMAT csv)
CREATE TABLE series (municipality_id text, municipality text, istat_code text, sector text, service_id text, service text, kind text, group_name text, series_id text, series text, year integer, value numeric, unit text, missing text, text text);
\copy series FROM PROGRAM 'find "$BAROMETRO_GATHERED"/series -name part.csv -exec tail -q -n +2 {} +' WITH (FORMAT csv)
CREATE TABLE projects (municipality_id text, municipality text, istat_code text, year integer, project_id text, number text, scope text, title text, description text, own_resources numeric, third_party_resources numeric, funder text, expected_result text);
\copy projects FROM PROGRAM 'find "$BAROMETRO_GATHERED"/projects -name part.csv -exec tail -q -n +2 {} +' WITH (FORMAT csv)
CREATE TABLE scoring (municipality_id text, municipality text, istat_code text, year integer, is_closed text, roll_up text, bands_kind text, band_from numeric, band_score numeric, score numeric);
\copy scoring FROM PROGRAM 'find "$BAROMETRO_GATHERED"/scoring -name part.csv -exec tail -q -n +2 {} +' WITH (FORMAT csv)

CREATE TABLE municipalities (istat_code text, population integer);

CREATE VIEW indicators AS
SELECT *, target_date - DATE '1970-01-01' AS target_day, actual_date - DATE '1970-01-01' AS actual_day
FROM gathered_indicators;
