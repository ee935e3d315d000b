extension FieldKey {
    /// The whole thing: where it stands in a document.
    public static let whole = FieldKey("")

    // Fields of objectives and lines.
    /// The field `title`.
    public static let title = FieldKey("title")
    /// The field `name`.
    public static let name = FieldKey("name")
    /// The field `code`.
    public static let code = FieldKey("code")
    /// The field `definition`.
    public static let definition = FieldKey("definition")
    /// The field `description`.
    public static let description = FieldKey("description")
    /// The field `sector`.
    public static let sector = FieldKey("sector")
    /// The field `head`.
    public static let head = FieldKey("head")
    /// The field `note`.
    public static let note = FieldKey("note")
    /// The field `weight`.
    public static let weight = FieldKey("weight")
    /// The field `due`.
    public static let due = FieldKey("due")
    /// The field `tags`.
    public static let tags = FieldKey("tags")
    /// The field `delegates`.
    public static let delegates = FieldKey("delegates")
    /// The field `criticalFactors`.
    public static let criticalFactors = FieldKey("criticalFactors")
    /// The field `resources`.
    public static let resources = FieldKey("resources")
    /// The field `otherSectors`.
    public static let otherSectors = FieldKey("otherSectors")
    /// The field `dupReferences`.
    public static let dupReferences = FieldKey("dupReferences")
    /// The field `sustainableGoals`.
    public static let sustainableGoals = FieldKey("sustainableGoals")
    /// The field `phases`.
    public static let phases = FieldKey("phases")
    /// The field `indicators`.
    public static let indicators = FieldKey("indicators")
    /// The field `participants`.
    public static let participants = FieldKey("participants")
    /// The field `reprogrammings`.
    public static let reprogrammings = FieldKey("reprogrammings")
    /// The field `timing`.
    public static let timing = FieldKey("timing")
    /// The field `spans`.
    public static let spans = FieldKey("spans")
    /// The field `grade`.
    public static let grade = FieldKey("grade")
    /// The field `share`.
    public static let share = FieldKey("share")
    /// The field `date`.
    public static let date = FieldKey("date")
    /// The field `change`.
    public static let change = FieldKey("change")
    /// The field `reason`.
    public static let reason = FieldKey("reason")
    /// The field `objectives`.
    public static let objectives = FieldKey("objectives")
    /// The field `strategicObjectives`.
    public static let strategicObjectives = FieldKey("strategicObjectives")
    /// The strategic objective that an objective serves, by identity.
    public static let strategicObjective = FieldKey("strategicObjectiveID")
    /// The printed number of strategic objectives.
    public static let strategicCount = FieldKey("printedCounts.strategic")
    /// The printed number of operational objectives.
    public static let operationalCount = FieldKey("printedCounts.operational")
    /// The printed number of cross-sector objectives.
    public static let crossSectorCount = FieldKey("printedCounts.crossSector")
    /// The printed achievement of a line.
    public static let lineAchievement = FieldKey("printedAchievement")

    // Fields of indicators.
    /// The field `dimension`.
    public static let dimension = FieldKey("dimension")
    /// The field `measure`.
    public static let measure = FieldKey("measure")
    /// The field `formula`.
    public static let formula = FieldKey("formula")
    /// The field `purpose`.
    public static let purpose = FieldKey("purpose")
    /// The field `baseline`.
    public static let baseline = FieldKey("baseline")
    /// The field `target`.
    public static let target = FieldKey("target")
    /// The field `laterTargets`.
    public static let laterTargets = FieldKey("laterTargets")
    /// The field `actual`.
    public static let actual = FieldKey("actual")
    /// The field `direction`.
    public static let direction = FieldKey("direction")
    /// The field `rule`.
    public static let rule = FieldKey("rule")
    /// The field `neutralisation`.
    public static let neutralisation = FieldKey("neutralisation")
    /// The field `scoreOverride`.
    public static let scoreOverride = FieldKey("scoreOverride")
    /// The field `continuity`.
    public static let continuity = FieldKey("continuity")
    /// The series whose figure is an indicator's actual, by identity.
    public static let actualSeries = FieldKey("actualSeriesID")
    /// An indicator's printed deviation.
    public static let printedDeviation = FieldKey("printed.deviation")
    /// An indicator's printed achievement.
    public static let printedAchievement = FieldKey("printed.achievement")
    /// An indicator's printed barometer.
    public static let printedBarometer = FieldKey("printed.barometer")

    // Fields of plans.
    /// The field `year`.
    public static let year = FieldKey("year")
    /// The field `isClosed`.
    public static let isClosed = FieldKey("isClosed")
    /// The field `lines`.
    public static let lines = FieldKey("lines")
    /// The field `index`.
    public static let index = FieldKey("index")
    /// The field `chapters`.
    public static let chapters = FieldKey("chapters")
    /// The field `approval`.
    public static let approval = FieldKey("approval")
    /// The field `validation`.
    public static let validation = FieldKey("validation")
    /// The field `paymentTimes`.
    public static let paymentTimes = FieldKey("paymentTimes")
    /// The field `dismissals`.
    public static let dismissals = FieldKey("dismissals")
    /// The field `line`.
    public static let line = FieldKey("line")
    /// The strategic objective that an entry of the index stands under, by its title.
    public static let entryStrategicObjective = FieldKey("strategicObjective")
    /// The field `text`.
    public static let text = FieldKey("text")
    /// The field `entity`.
    public static let entity = FieldKey("entity")
    /// The field `field`.
    public static let field = FieldKey("field")
    /// The field `written`.
    public static let written = FieldKey("written")
    /// The field `expected`.
    public static let expected = FieldKey("expected")
    /// The field `author`.
    public static let author = FieldKey("author")

    // Fields of maps of services.
    /// The field `services`.
    public static let services = FieldKey("services")
    /// The field `elements`.
    public static let elements = FieldKey("elements")
    /// The field `accessoryElements`.
    public static let accessoryElements = FieldKey("accessoryElements")
    /// The field `outputs`.
    public static let outputs = FieldKey("outputs")
    /// The field `users`.
    public static let users = FieldKey("users")
    /// The field `criteria`.
    public static let criteria = FieldKey("criteria")
    /// The field `segments`.
    public static let segments = FieldKey("segments")
    /// The field `staff`.
    public static let staff = FieldKey("staff")
    /// The field `roles`.
    public static let roles = FieldKey("roles")
    /// The field `facilities`.
    public static let facilities = FieldKey("facilities")
    /// The field `footnotes`.
    public static let footnotes = FieldKey("footnotes")
    /// The field `remarks`.
    public static let remarks = FieldKey("remarks")
    /// The field `values`.
    public static let values = FieldKey("values")
    /// The row that a series stands under.
    public static let parent = FieldKey("parentID")
    /// The field `isHeading`.
    public static let isHeading = FieldKey("isHeading")
    /// The field `segment`.
    public static let segment = FieldKey("segment")
    /// The field `role`.
    public static let role = FieldKey("role")
    /// The field `value`.
    public static let value = FieldKey("value")
    /// The field `mark`.
    public static let mark = FieldKey("mark")
    /// The field `management.kind`.
    public static let managementKind = FieldKey("management.kind")
    /// The field `management.note`.
    public static let managementNote = FieldKey("management.note")

    // Fields of performance projects.
    /// The field `projects`.
    public static let projects = FieldKey("projects")
    /// The field `number`.
    public static let number = FieldKey("number")
    /// The field `scope`.
    public static let scope = FieldKey("scope")
    /// The field `ownResources`.
    public static let ownResources = FieldKey("ownResources")
    /// The field `thirdPartyResources`.
    public static let thirdPartyResources = FieldKey("thirdPartyResources")
    /// The field `typeOrFunder`.
    public static let typeOrFunder = FieldKey("typeOrFunder")
    /// The field `expectedResult`.
    public static let expectedResult = FieldKey("expectedResult")
    /// The objective that a project serves, by identity.
    public static let objective = FieldKey("objectiveID")
    /// The field `legalBasis`.
    public static let legalBasis = FieldKey("legalBasis")
    /// The field `printedOwnTotal`.
    public static let ownTotal = FieldKey("printedOwnTotal")
    /// The field `printedThirdPartyTotal`.
    public static let thirdPartyTotal = FieldKey("printedThirdPartyTotal")

    // Fields of the municipality.
    /// The field `sectors`.
    public static let sectors = FieldKey("sectors")
    /// The field `units`.
    public static let units = FieldKey("units")
    /// The field `locks`.
    public static let locks = FieldKey("locks")
    /// The field `duties`.
    public static let duties = FieldKey("duties")
    /// The field `tenures`.
    public static let tenures = FieldKey("tenures")
    /// The field `from`.
    public static let from = FieldKey("from")
    /// The field `to`.
    public static let to = FieldKey("to")
    /// The sector of an office, by identity.
    public static let unitSector = FieldKey("sectorID")
    /// The field `profile.decreasingRule`.
    public static let decreasingRule = FieldKey("profile.decreasingRule")
    /// The field `profile.dateRule`.
    public static let dateRule = FieldKey("profile.dateRule")
    /// The field `profile.rollUp`.
    public static let rollUp = FieldKey("profile.rollUp")
    /// The field `profile.favourableDeviation`.
    public static let favourableDeviation = FieldKey("profile.favourableDeviation")
    /// The field `profile.bands`.
    public static let bands = FieldKey("profile.bands")
    /// The field `profile.dateBands`.
    public static let dateBands = FieldKey("profile.dateBands")
    /// The field `profile.barometer`.
    public static let barometerBands = FieldKey("profile.barometer")
    /// The field `profile.chargesRate`.
    public static let chargesRate = FieldKey("profile.chargesRate")
    /// The field `profile.irapRate`.
    public static let irapRate = FieldKey("profile.irapRate")

    // Fields of layouts.
    /// The field `layouts`.
    public static let layouts = FieldKey("layouts")
    /// The field `columns`.
    public static let columns = FieldKey("columns")
    /// The field `kind`.
    public static let kind = FieldKey("kind")
    /// The field `cards`.
    public static let cards = FieldKey("cards")
    /// The field `namedLines`.
    public static let namedLines = FieldKey("namedLines")
    /// The field `splits`.
    public static let splits = FieldKey("splits")
}
