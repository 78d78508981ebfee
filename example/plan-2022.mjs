// The words of the edition of four years ago, in the shape that plans had then: numbered chapters, a review date in a
// table above, a table of contents, bullets under an objective, months short as "Sept 22", many cells without a date.
// Rows as in plan.mjs.
export const front = {
  partnership: "Norfolk Safeguarding Children Partnership",
  title: "Business plan 2022 to 2023",
  edition: "Last review: 5 September 2022",
  introduction: [
    "This plan covers September 2022 to August 2023. It has three priorities: neglect, child exploitation and protecting babies. The partners chose the third in 2020, when more infants were being injured and a local review had shown how little anybody knew of the men in their lives.",
    "The pandemic is behind us and its marks are not: more families live on less, and fewer people visit them at home.",
    "This is an example. The priorities are those that the partnership published for 2021 to 2022; the actions, dates and notes are made up.",
  ],
};

const neglect = {
  name: "1. Neglect",
  owner: "Neglect Strategic Implementation Group",
  chair: "Director of Community and Partnership, Norfolk County Council",
  difference: [
    "Neighbours, schools and services see neglect sooner and know what to do.",
    "Families get help that changes what a child lives with, and it can be measured.",
    "Those who do this work can speak about what it does to them.",
  ],
  rows: [
    ["Working with communities: people know what a good childhood looks like and where help is.",
      ["Hear from parents and young people what has worked:", "• Hold six focus groups", "• Put together what they said"],
      ["Sept 22", "Oct 22"]],
    ["", ["Run a campaign on a good childhood:", "• Agree the messages", "• Write the plan", "• Run it"],
      ["Mid Nov 22", "End Nov 22", "Jan – Feb 23"]],
    ["", ["Write guidance on what helps:", "• Ask families who have had help with neglect", "• Publish the guidance"],
      ["Sept 22", "Dec 22"]],
    ["", "Make sure that an assessment of risk never hides the child's day", "Jan – Jun 23"],
    ["What lies behind neglect: families can change it and practitioners can talk about it.",
      "Tell landlords, energy companies and job centres what their decisions do to children", "Jan – Jun 23"],
    ["", "Revise the neglect identification tool with families", "Jan 2023"],
    ["", "Add a part on keeping a change going to the neglect training", "Feb 2023"],
    ["", ["Try the graded care profile:", "• With social care and health visitors", "• With schools", "• Say whether it is worth it county-wide"],
      ["Feb 23", "Dec 22", "Mar 23"]],
    ["", "Look after staff: supervision on neglect in every agency", "Ongoing"],
    ["", "Agree measures of neglect with the children's alliance", "TBA"],
  ],
};

const child_exploitation = {
  name: "2. Child exploitation",
  owner: "Vulnerable Adolescent Group",
  chair: "Detective Superintendent, Norfolk Constabulary",
  difference: [
    "Fewer young people are drawn into harm, or harm others.",
    "More of them are in school, where they are safe.",
    "Agencies see places and friendships as well as families.",
  ],
  rows: [
    ["Awareness raising: one place online for everybody who works with adolescents",
      "Take what is out of date off the website", ""],
    ["", "Put all current policies and services on one page for each audience", ""],
    ["", "Run a campaign with young people on the risks of adolescence, without a word that blames them", "Mar 2023"],
    ["", "Bring awareness sessions to parents and local businesses", "Ongoing"],
    ["HEADER"],
    ["Awareness raising: training on adolescence and on harm outside the home",
      "Keep multi-agency training on exploitation and adolescence current and open to everyone", "Ongoing"],
    ["", "Publish a list of training for specialists", "Feb 2023"],
    ["Early help: the risk outside the home is looked at before what protects in it.",
      "Screen every referral on exploitation in the same way", ""],
    ["", "Support schools before they exclude a child who is at risk", ""],
    ["", "Give every practitioner guidance on relationship-based practice and check that it is used", ""],
    ["Safeguarding exploited young people: places are made safer, and nobody is moved away to be safe.",
      "Show that every exploited child has one plan with clear outcomes", "Quarterly"],
    ["", "Audit what happens in practice, across agencies", "Dec 22"],
    ["", "Offer therapy to every exploited young person who wants it", ""],
    ["HEADER"],
    ["Disruption: powers of every agency are used against those who exploit.",
      "Record disruption tactics and measure what they do", ""],
    ["", "Share one intelligence picture of exploitation and county lines", ""],
    ["", "Write guidance for incidents of serious youth violence", "Apr 23"],
  ],
};

const protecting_babies = {
  name: "3. Protecting babies",
  difference: [
    "What the review of injured infants taught is done everywhere.",
    "Parents know how to live with a crying baby, and fathers are part of it.",
    "Help before birth comes early and changes with the family.",
  ],
  rows: [
    ["Injuries: practitioners can ask, doubt and disagree",
      "Train together on injuries to babies, with professional challenge in it", "Ongoing"],
    ["", "Hold a reflective session after every injury to a baby", "Ongoing"],
    ["", "Say what risk-sensible practice is, and promote it", "Mar 2023"],
    ["", "Write a guide for before and after birth that asks about fathers", "June 2023"],
    ["HEADER"],
    ["Injuries: the policy on injuries to babies who do not yet crawl is clear",
      ["Revise the policy on injuries to babies who do not yet crawl:", "• Revise it", "• Promote it with all partners"], ["Nov 22", "Dec 22 – Jun 23"]],
    ["", "Map the medical pathways and mend what is unclear", "Nov 22"],
    ["All babies cry: one approach across the county",
      "Follow the campaign on crying and ask families whether it reached them", ""],
    ["Unborn babies: parents are supported before and after birth",
      "Review the pre-birth protocol", "March 2023"],
    ["", "Agree one pathway for concealed pregnancies", ""],
    ["", "Train on bonding, on parents' own childhoods and on the role of fathers", "June 2023"],
    ["Safer sleeping: every family hears the same message",
      "Write and spread the messages on safer sleeping", "Spring 2023"],
    ["", "Find out whom the messages reached", ""],
  ],
};

const business_crucial_activity = {
  name: "4. Business crucial activity",
  difference: [
    "Leaders look after those who do this work, and it shows.",
    "Evidence of what has changed can be found and trusted.",
    "What reviews teach reaches those who can use it.",
  ],
  rows: [
    ["Trauma-informed leadership: the three partners support their staff to work with trauma.",
      ["Hold two leadership exchange events:", "• Building back after the pandemic", "• Fathers and men in families"],
      ["3 Feb 2023", "8 Jun 2023"]],
    ["", "Publish a children's version of the yearly report", "Summer 2023"],
    ["", "Put short lessons on trauma on the website", "Ongoing"],
    ["Data and evidence: Partners know what children live through and can show what has changed.",
      "Bring the performance and intelligence plan to life, with a dashboard", "Nov 2022 – Feb 2023"],
    ["", "Commission scrutiny of mental health needs that nobody meets", "Ongoing"],
    ["", "Run the Section 11 self-assessment and meet each agency about its plan", ["Jan 2023", "Jun 2023"]],
    ["", "Audit practice on the priorities and on new concerns", "Ongoing"],
    ["", "Follow every recommendation and report what changed", "Quarterly reports"],
  ],
};

const learning_from_reviews = {
  name: "5. Business crucial activity, cont.",
  difference: [],
  rows: [
    ["Learning from reviews: Leaders and practitioners know what to do differently.",
      "Answer the national review on invisible men with a project of its own", "Jan – Mar 2023"],
    ["", "Bring the review group's terms and guidance up to date", "Apr 2023"],
    ["", "Share learning when a review is published, with roadshows", "Spring – Summer 2023"],
    ["", "Choose cases for a review of what works well", "Jun – Dec 2023"],
  ],
};

export const sections = [neglect, child_exploitation, protecting_babies, business_crucial_activity, learning_from_reviews];
