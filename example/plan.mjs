// The words of the example plan. A row is [objective, action, target date]; several lines are a
// list. "" under objective means the one above, "HEADER" repeats the table's head.
export const front = {
  partnership: "Norfolk Safeguarding Children Partnership",
  title: "Business plan 2026 to 2027",
  edition: "Last review: June 2026",
  introduction: [
    "The county council, the constabulary and the integrated care board share one duty: to keep Norfolk's children safe and to help them thrive. This plan says what they will do about it together between June 2026 and June 2027, who leads each part, and by when.",
    "It has four priorities, chosen at the review in June 2026, and the activity that the partnership needs whatever its priorities are. Progress is recorded against every action and reported to the delegated partners each quarter.",
    "This is an example. The priorities are those that the partnership published for 2025 to 2026; the actions, dates and notes are made up.",
  ],
};

const vulnerable_adolescents = {
  name: "Vulnerable adolescents: exploitation and harm outside the home",
  owner: "Vulnerable Adolescent Group",
  chair: "Detective Superintendent, Norfolk Constabulary",
  difference: [
    "Fewer young people come to harm outside their homes.",
    "More of them are in school, and feel that they belong there.",
    "Every agency sees the places and friendships around a young person, not only the family.",
  ],
  rows: [
    ["Prepare: Young people, parents and those who work with them understand adolescence and know what help there is.",
      "Keep multi-agency training on adolescence current and open to everyone", "Ongoing"],
    ["", "Run a second practice week on group-based exploitation and report on it to the delegated partners", "16 Oct 2026"],
    ["", "Scrutinise what the national audit of group-based exploitation means for Norfolk, phase 2", "Jan 2027"],
    ["Prevent: Each young person has help that fits them and the harm they face, before it grows.",
      ["Publish guidance on relationship-based practice and check that it is used:",
        "• Write it with young people who have had a social worker",
        "• Look for it in thirty case records, six months later"], ""],
    ["Prevent, cont.", "Agree one way of assessing together, with schools, adult services and housing:", ""],
    ["", ["• Keep a child's place at school while the plan is made",
      "• Invite adult services and housing to every planning meeting about a 17-year-old"], ""],
    ["", "Build managing and reviewing risk into training, and audit what families are told", "Sept 2026"],
    ["Protect: A young person who is being exploited has one plan, and everybody works to it.",
      "Show from forum data that every exploited child has one plan with clear outcomes", "Quarterly"],
    ["", "Ask young people and parents at the end of each plan whether they were heard", ""],
    ["Pursue: People who exploit children are found, stopped and brought to court.",
      ["Record disruption tactics and share what works:", "• Agree the record", "• Try it in two districts",
        "• Use it across the county"], ["31 Jul 2026", "31 Oct 2026", "31 Jan 2027"]],
    ["", "Share one intelligence picture of exploitation, serious violence and county lines", ""],
  ],
};

const child_sexual_abuse = {
  name: "Child sexual abuse (as of June 2026)",
  owner: "Independent Scrutiny Team",
  chair: "To be agreed after the scrutiny report",
  difference: [
    "Practitioners notice the signs early, ask, and know what to do with the answer.",
    "Children are helped when they tell somebody, and for as long as they need it afterwards.",
  ],
  rows: [
    ["A second multi-agency audit shows whether practice has changed since the first",
      "Choose twenty children's records and agree the audit tool with the specialist providers", "June 2026"],
    ["", "Hold the moderation day and write the audit report", "30/09/2026"],
    ["", ["Sign off the audit report, then present it to the partners:", "• The audit group signs it off",
      "• The partners hear it and answer"], ["Nov 2026", "Dec 2026"]],
    ["Scrutiny of abuse within families tells the partners what to do next",
      "Hear from young survivors and foster carers how children were helped after they told someone", "Autumn 2026"],
    ["", "Deliver the scrutiny report with recommendations for the plan of 2027 to 2028", "Mid Jan 27"],
  ],
};

const families_first = {
  name: "Families First: safeguarding reform",
  owner: "Families First Board",
  chair: "Director of Family Help and Child Protection, Norfolk County Council",
  difference: [
    "Families tell their story once, and keep one plan.",
    "Help comes earlier, from people whom the family knows.",
    "When a child may be suffering harm, experts from every agency decide and act together.",
  ],
  rows: [
    ["Family plan: One assessment and one plan that stay with a child and family, whoever is helping.",
      ["Try the single family plan with two teams:", "• Choose families who agree to it", "• Train both teams"], "30 June 2026"],
    ["", "• Hear from those families, in their own words, what it was like", "31 July 2026"],
    ["", "• Mend the form and the guidance by what they said", "30 Sept 2026"],
    ["", "Map every team's forms and stop those that the family plan replaces", "31 Oct 2026"],
    ["Family plan, cont.", "• Ask schools, health visitors and district councils which of theirs can go", ""],
    ["", "Build a digital version that every agency can open", "31 Mar 2027"],
    ["", "Agree protocols for shared ownership and accountability", "by 18 December 2026"],
    ["", "Move everyday practice over: procedures, training, support for change", "From 1 Apr 2027"],
    ["", "Set measures and monitor consistency across teams", "Ongoing from 1 Apr 2027"],
    ["HEADER"],
    ["Family networking: Families and the people around them make the plans, with practitioners beside them,",
      ["Train people in family networking:", "• Children's Services", "• Schools, health and the voluntary sector"],
      ["From: Autumn 2026", "Spring 2027"]],
    ["so that children stay safely at home wherever that can be done.",
      "Evaluate the training with children, young people and families", "Jan – Apr 2027"],
    ["", "Work out what it would take to offer every father's family a network meeting", "Jan 2027"],
    ["Integrated front door: A family that asks for help comes to the right place the first time.",
      ["Agree the scope with partners in three stages:", "• The way it is now, as a family meets it",
        "• Where families get stuck", "• The new design"], ["30 Jun 2026", "30 Sep 2026", "31 Dec 2026"]],
    ["", "Hold workshops with families who have used the front door", "Summer 2026"],
    ["", "Analyse what families said, for the redesign", "30 Sept 2026"],
    ["", "Start the redesign with the working group", "Dec 2026 - ongoing"],
    ["", "Report how long families wait for a first answer", "Bi-monthly"],
    ["Multi-agency child protection teams: Where there may be significant harm, experts from every agency decide together.",
      "Agree what each partner will put into the teams", "31 Aug 2026"],
    ["", "Run the first team in one locality and learn from it", "Sep 26 – Feb 27"],
    ["", "Open teams in the other localities", "June 2027"],
    ["Communication: Everybody who works with children knows what is changing, and when.",
      ["Bring the news of reform to those who need it:", "• The leadership exchange event", "• The six locality groups"],
      ["Oct 2026", "Nov 2026"]],
    ["", "Write to every school, surgery and nursery about the new front door", ""],
  ],
};

const transitional_safeguarding = {
  name: "Transitional safeguarding (adopted from April 2026)",
  difference: [
    "Nobody falls between children's and adults' services on a birthday.",
    "What reviews of children and of adults have taught is acted on once, together.",
  ],
  rows: [
    ["Governance and leadership:", "Name the priority's leads in both partnerships", "31 Jul 2026"],
    ["Children's and adults' services close the gaps for people from 16 to 25.",
      "Adopt the strategy and bring the working group together", "30 Sep 2026"],
    ["Learning and action planning:", "Bring every local recommendation on transition into one action plan", "31 Dec 2026"],
    ["The working group answers for one action plan, drawn from local and national learning.",
      "Move the related actions over from the Vulnerable Adolescent Group", ""],
    ["", "Follow twelve young adults from 17 to 19 and report what helped them", "Spring 2027"],
  ],
};

const business_crucial_activity = {
  name: "Business crucial activity",
  difference: [
    "Leaders of the three partners are seen to decide together.",
    "Every claim about impact rests on evidence that anybody in the partnership can open.",
    "What a review teaches reaches the people who can act on it within weeks.",
  ],
  rows: [
    ["Collaborative leadership: The three statutory partners lead together, and can be seen to.",
      ["Hold three leadership exchange events:", "• Domestic abuse, a year after the inspection",
        "• Families First in practice", "• The emotional load of safeguarding work"], ["Oct 2026", "Jan 2027", "Apr 2027"]],
    ["", "Show strengths and weaknesses in the yearly report, with a children's version", "30 September 2026"],
    ["", "Bring scrutineers together with lead and delegated partners", "Ongoing"],
    ["", "Appoint a new independent chair for the review group", "as soon as possible"],
    ["Data and evidence: Partners know what children live through and can show what has changed.",
      ["Make data answer questions:", "• Report to the partnership group", "• Keep a data profile for every priority",
        "• Write the data chapter of the yearly report"], ["Quarterly", "Ongoing", "Annually"]],
    ["", "Run the Section 11 self-assessment and meet each agency about its plan", "Q4 2026/27"],
    ["", "Scrutinise absence from school and exploitation, jointly", "Nov 26/Jan 27"],
    ["", "Audit practice on the priorities and on new concerns", "Ongoing"],
    ["", "Follow every recommendation and report what changed", "Quarterly"],
    ["Learning from reviews: Leaders and practitioners know what to do differently, and have the time to do it.",
      "Bring the review group's terms and guidance up to date", "Annually"],
    ["", "Share learning when a review is published, with roadshows", "Ongoing"],
    ["", "Run a task and finish group on injuries to babies who do not yet crawl", "TBC"],
    ["", "Review policies and the use of the continuum of needs guidance", "2026-27"],
  ],
};

export const sections = [vulnerable_adolescents, child_sexual_abuse, families_first, transitional_safeguarding,
  business_crucial_activity];
