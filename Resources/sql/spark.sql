-- Tables over what `barometroctl gather` wrote, for Spark SQL; then run views.sql. Write the folder for FOLDER.
--
--     sed "s#FOLDER#$PWD/dati#" spark.sql views.sql > all.sql && spark-sql -f all.sql
--
-- `municipalities` (istat_code, population) is the analyst's own, and empty here.

CREATE TABLE gathered_indicators (municipality_id STRING, municipality STRING, istat_code STRING, year INT, line_code STRING, line STRING, objective_id STRING, objective_code STRING, objective STRING, sector STRING, indicator_id STRING, indicator STRING, dimension STRING, measure STRING, direction STRING, unit STRING, target DOUBLE, target_comparison STRING, target_date DATE, target_text STRING, actual DOUBLE, actual_date DATE, actual_comparison STRING, actual_text STRING, baseline DOUBLE, weight DOUBLE, deviation DOUBLE, published DOUBLE, state STRING, rule STRING, rule_direction STRING, valued DOUBLE, note STRING, followed_id STRING, actual_series_id STRING)
USING csv OPTIONS (path 'FOLDER/indicators/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE objectives (municipality_id STRING, municipality STRING, istat_code STRING, year INT, line_code STRING, line STRING, objective_id STRING, objective_code STRING, objective STRING, sector STRING, weight DOUBLE, indicators INT, weight_sum DOUBLE, published DOUBLE)
USING csv OPTIONS (path 'FOLDER/objectives/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE series (municipality_id STRING, municipality STRING, istat_code STRING, sector STRING, service_id STRING, service STRING, kind STRING, group_name STRING, series_id STRING, series STRING, year INT, value DOUBLE, unit STRING, missing STRING, text STRING)
USING csv OPTIONS (path 'FOLDER/series/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE projects (municipality_id STRING, municipality STRING, istat_code STRING, year INT, project_id STRING, number STRING, scope STRING, title STRING, description STRING, own_resources DOUBLE, third_party_resources DOUBLE, funder STRING, expected_result STRING)
USING csv OPTIONS (path 'FOLDER/projects/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE scoring (municipality_id STRING, municipality STRING, istat_code STRING, year INT, is_closed STRING, roll_up STRING, bands_kind STRING, band_from DOUBLE, band_score DOUBLE, score DOUBLE)
USING csv OPTIONS (path 'FOLDER/scoring/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE municipalities (istat_code STRING, population INT) USING parquet;

CREATE VIEW indicators AS
SELECT *, DATEDIFF(target_date, DATE '1970-01-01') AS target_day, DATEDIFF(actual_date, DATE '1970-01-01') AS actual_day
FROM gathered_indicators;
