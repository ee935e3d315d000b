-- Tables over what `barometroctl gather` wrote, for Spark SQL; then run views.sql. Write the folder for FOLDER.
--
--     sed "s#FOLDER#$PWD/dati#" spark.sql views.sql > all.sql && spark-sql -f all.sql
--
-- `municipalities` (istat_code, population) is the analyst's own, and empty here. Figures keep all their digits: up to
-- 19 before the comma and nine behind it.

CREATE TABLE gathered_indicators (municipality_id STRING, municipality STRING, istat_code STRING, year INT, line_code STRING, line STRING, objective_id STRING, objective_code STRING, objective STRING, sector STRING, indicator_id STRING, indicator STRING, dimension STRING, measure STRING, direction STRING, unit STRING, target DECIMAL(28,9), target_comparison STRING, target_date DATE, target_text STRING, actual DECIMAL(28,9), actual_date DATE, actual_comparison STRING, actual_text STRING, baseline DECIMAL(28,9), weight DECIMAL(28,9), deviation DECIMAL(28,9), published DECIMAL(28,9), state STRING, rule STRING, rule_direction STRING, valued DECIMAL(28,9), note STRING, followed_id STRING, actual_series_id STRING)
USING csv OPTIONS (path 'FOLDER/indicators/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE objectives (municipality_id STRING, municipality STRING, istat_code STRING, year INT, line_code STRING, line STRING, objective_id STRING, objective_code STRING, objective STRING, sector STRING, weight DECIMAL(28,9), indicators INT, weight_sum DECIMAL(28,9), published DECIMAL(28,9))
USING csv OPTIONS (path 'FOLDER/objectives/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE series (municipality_id STRING, municipality STRING, istat_code STRING, sector STRING, service_id STRING, service STRING, kind STRING, group_name STRING, series_id STRING, series STRING, year INT, value DECIMAL(28,9), unit STRING, missing STRING, text STRING)
USING csv OPTIONS (path 'FOLDER/series/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE projects (municipality_id STRING, municipality STRING, istat_code STRING, year INT, project_id STRING, number STRING, scope STRING, title STRING, description STRING, own_resources DECIMAL(28,9), third_party_resources DECIMAL(28,9), funder STRING, expected_result STRING)
USING csv OPTIONS (path 'FOLDER/projects/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE scoring (municipality_id STRING, municipality STRING, istat_code STRING, year INT, is_closed STRING, roll_up STRING, bands_kind STRING, band_from DECIMAL(28,9), band_score DECIMAL(28,9), score DECIMAL(28,9))
USING csv OPTIONS (path 'FOLDER/scoring/*/*/part.csv', header 'true', multiLine 'true', escape '"', enforceSchema 'true');

CREATE TABLE municipalities (istat_code STRING, population INT) USING parquet;

CREATE VIEW indicators AS
SELECT *, DATEDIFF(target_date, DATE '1970-01-01') AS target_day, DATEDIFF(actual_date, DATE '1970-01-01') AS actual_day
FROM gathered_indicators;
