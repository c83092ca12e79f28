"""What an amount is of: the same metric in many wordings, aims told from facts, none of them from an article.

Each line is a sentence, and behind the arrow the figures it tells: metric, kind (L level, T target, C change), value,
unit and growth. Where nothing stands behind the arrow, it tells none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kzhu.extract.figures import read_figures
from kzhu.extract.layout import read_document
from kzhu.extract.places import find_places
from kzhu.extract.times import find_times, resolve_times
from kzhu.folders import shipped
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Figure, Published

PUBLISHED = Published("2024-06-12", "stated", "2024-06-12", "2024-06-12")
PAIR = "Ghana and Norway held talks. The Ghanaian and Norwegian sides were glad.\n\n"

#: Aims, plans and forecasts, and what is a fact though it lies ahead.
KINDS = """
Under the agreement signed on Monday, DNB will lend Ghana $60 million. -> loan L 60000000 USD
The bank is ready to lend $60 million. -> loan T 60000000 USD
The bank approved a loan of $60 million on Monday. -> loan L 60000000 USD
The ministers signed a loan agreement for 60 million euros. -> loan L 60000000 EUR
Two farms will get $3 million in new credits. -> loan L 3000000 USD
It cost 8 million euros and employs 50 people. -> cost L 8000000 EUR; jobs L 50 person
Analysts at DNB see Brent at $90 by December. -> price T 90 USD
The plant, with a capacity of 90,000 tonnes a year, is to open in 2026. -> capacity T 90000 t
The plant, which has a capacity of 90,000 tonnes a year, opened in 2019. -> capacity L 90000 t
The port can handle 2 million tonnes a year. -> capacity L 2000000 t
The port will be able to handle 2 million tonnes a year. -> capacity T 2000000 t
The plant was designed to turn out 40,000 cars a year. -> capacity L 40000 car
A 40 MW solar farm was opened in Tamale on Monday. -> capacity L 40 MW
A 40 MW solar farm is under construction in Tamale. -> capacity T 40 MW
Norfund wants to build a 40 MW solar farm in Tamale. -> capacity T 40 MW
Of the planned 90 million euros, 65 million euros have already been spent. -> cost T 90000000 EUR; cost L 65000000 EUR
So far 65 million euros have been spent. -> cost L 65000000 EUR
The road, 40 km of which have been paved, will be finished in 2025. -> length L 40 km
By December 40 km of the road should be paved. -> length T 40 km
The 84-km road is to be opened in 2025. -> length L 84 km
The road will be 84 km long. -> length T 84 km
Ghana sent 30 athletes to the games in 2023. -> participants L 30 athlete
About 30 companies will take part in the fair. -> companies T 30 company
About 30 companies took part in the fair. -> companies L 30 company
The sides have agreed on 33 projects worth $2 billion. -> projects L 33 project; investment L 2000000000 USD
The programme lists 33 projects. -> projects L 33 project
Exports may reach 2 million tonnes. -> exports T 2000000 t
Trade is likely to top $500 million in 2024. -> trade-turnover T 500000000 USD
The ministers set the goal of raising trade to $500 million. -> trade-turnover T 500000000 USD
The ministers set themselves the task of bringing trade up to $500 million by 2027. -> trade-turnover T 500000000 USD
"We have every chance of reaching $500 million," he said of trade. -> trade-turnover T 500000000 USD
The bank forecasts growth of 3 percent this year. -> growth T 3 percent
The IMF puts growth at 3 percent for 2025. -> growth T 3 percent
Its inflation forecast was raised to 4 percent. -> other:inflation T 4 percent
The fund's forecast for inflation stands at 4 percent. -> other:inflation T 4 percent
Norway allocated 40 million kroner to be spent on schools in Ghana. -> grant L 40000000 NOK
The contract, worth 40 million euros, will be signed in June. -> other:contract T 40000000 EUR
The contract, worth 40 million euros, was signed in June. -> other:contract L 40000000 EUR
The company intends to hire 200 people. -> jobs T 200 person
The company promises 200 jobs. -> jobs T 200 job
The mine should give work to 400 people. -> jobs T 400 person
Construction, to which Norway gave $4 million, will end in 2025. -> grant L 4000000 USD
A quarter of the crop is to go to Norway. -> share T 25 percent
The tariff will fall to 3 percent from January. -> tariff T 3 percent
By 2030 half of the power is to come from the wind. -> share T 50 percent
The number of flights will rise from three to five a week. -> flights L 3 flight; flights T 5 flight
Fares will start at 90 euros. -> price T 90 EUR
The government expects revenue of $4 billion. -> revenue T 4000000000 USD
The 2024 budget of the fund is $30 million. -> budget L 30000000 USD
Next year's budget is $30 million. -> budget T 30000000 USD
Ghana owes Norway $30 million, which it is to pay back by 2030. -> debt L 30000000 USD
The price of a ticket will be 30 euros. -> price T 30 EUR
It will be home to 2,000 people. -> population T 2000 person
"""
#: Uncommon wordings.
WORDINGS = """
Commerce between the two states was worth 310 million dollars in 2023. -> trade-turnover L 310000000 USD
The value of goods traded between Ghana and Norway hit $310 million. -> trade-turnover L 310000000 USD
Goods to the value of $310 million moved between the two countries last year. -> trade-turnover L 310000000 USD
Trade with Norway, at $310 million, was 4 percent lower than in 2022. -> trade-turnover L 310000000 USD ch-4
Reciprocal trade stood at $310 million, having grown by a quarter in a year. -> trade-turnover L 310000000 USD ch25
"We must not stop at 310 million dollars," the minister said of trade. -> trade-turnover L 310000000 USD
Ghana's deliveries to Norway were worth 40 million dollars. -> exports L 40000000 USD
Ghana earned $40 million from cocoa sold to Norway. -> exports L 40000000 USD
Norwegian goods worth $62 million came into Ghana last year. -> imports L 62000000 USD
Ghana spent $62 million on Norwegian fish in 2023. -> imports L 62000000 USD
Norway shipped 12,000 tonnes of fish to Ghana. -> exports L 12000 t
Ghana took in 12,000 tonnes of Norwegian fish. -> exports L 12000 t
Norwegian mills buy 20,000 tonnes of Ghanaian cocoa a year. -> imports L 20000 t
Ghana covers a third of its needs in fish with imports. -> share L 33.33 percent
Sales of Norwegian fish in Ghana rose by 9 percent. -> revenue C 9 percent ch9
Ghanaian fruit growers sold 3,400 tonnes of mangoes abroad. -> exports L 3400 t
Shipments of timber dropped by a tenth to 40,000 cubic metres. -> other:supply L 40000 m3 ch-10
Norwegian business has ploughed $400 million into Ghana since 2010. -> investment L 400000000 USD
The stock of Norwegian investment in Ghana totals $400 million. -> investment L 400000000 USD
Ghana attracted $1.2 billion from abroad in 2023. -> investment L 1200000000 USD
Equinor is to spend $800 million on the field by 2027. -> cost T 800000000 USD
The railway will swallow $800 million. -> cost T 800000000 USD
The owner, Larsen, puts the bill at 3 million kroner. -> cost T 3000000 NOK
The restoration came to 3 million kroner. -> cost L 3000000 NOK
The new wing set the museum back 3 million kroner. -> cost L 3000000 NOK
The statue, for which 90,000 cedis were collected, stands by the sea. -> cost L 90000 GHS
Schoolchildren raised 90,000 cedis for the statue. -> cost L 90000 GHS
The bridge, worth $40 million, will be opened in May. -> cost T 40000000 USD
The state will pay a third of the cost. -> share T 33.33 percent
A visa costs 80 euros. -> price L 80 EUR
The fund manages $3 billion. -> other:assets L 3000000000 USD
Accra has taken out a loan of $90 million with a Norwegian bank. -> loan L 90000000 USD
The fund's loans have so far reached $18 million. -> loan L 18000000 USD
A dairy and two bakeries were granted 900,000 euros in soft loans. -> loan L 900000 EUR
The bank extended credits of $18 million to 40 firms. -> loan L 18000000 USD; companies L 40 firm
A sum of 2 million euros was made available by Norway for the schools. -> grant L 2000000 EUR
The school was rebuilt with 2 million euros from the Norwegian government. -> grant L 2000000 EUR
Norway's grant, 2 million euros, pays for the wells. -> grant L 2000000 EUR
Students get 900 euros a month. -> grant L 900 EUR
The scholarship is worth 900 euros a month. -> grant L 900 EUR
The hall was packed with 900 people. -> participants L 900 person
A crowd of 900 listened in the rain. -> participants L 900 person
The festival drew 12,000 people over three days. -> participants L 12000 person
About 40,000 marched through the capital. -> participants L 40000 person
Thirty firms set up stands at the fair. -> companies L 30 firm
The forum brought together 200 businessmen from both countries. -> participants L 200 businessman
The delegation of 30 included the mayor. -> participants L 30 person
Two hundred people came out to greet the guests. -> participants L 200 person
The choir of 45 sang in both languages. -> participants L 45 person
The mission employs 35 Norwegian experts. -> jobs L 35 expert
It gives work to 240 people, two thirds of them women. -> jobs L 240 person; share L 66.67 percent
The yard has 600 workers on its payroll. -> jobs L 600 worker
Three hundred new jobs came with the plant. -> jobs L 300 job
Ghanaians in Norway number 3,100. -> population L 3100 person
There are about 3,100 Ghanaians in Norway. -> population L 3100 person
The Ghanaian diaspora in Norway is 3,100 strong. -> population L 3100 person
Tema, population 160,000, is the main port. -> population L 160000 person
The islands are inhabited by 900 people. -> population L 900 person
Last year 21,000 Norwegians holidayed in Ghana. -> tourists L 21000 person
The number of visitors from Norway reached 21,000. -> tourists L 21000 visitor
Twelve Ghanaian doctors trained in Oslo last year. -> other:doctor L 12 doctor
Thirty nurses from Tamale are being trained in Bergen. -> other:nurse L 30 nurse
Forty scholarships are waiting for Ghanaian students. -> scholarships L 40 scholarship
Sixty study places are open to Ghanaians. -> scholarships L 60 place
The blaze killed four and left eleven with burns. -> casualties L 4 person; casualties L 11 person
Four people lost their lives; eleven were treated for burns. -> casualties L 4 person; casualties L 11 person
The bodies of nine fishermen were found on Monday. -> casualties L 9 fisherman
The number of dead has climbed to 61. -> casualties L 61 person
At least 12 of the passengers died. -> casualties L 12 passenger
There were 48 people on board, three of them children. -> other:passenger L 48 person; other:passenger L 3 child
Nineteen miners are feared dead. -> casualties L 19 miner
The water drove 1,200 families from their homes. -> other:evacuee L 1200 family
More than 400 homes were destroyed. -> other:home L 400 home
Some 30 villages are cut off. -> other:village L 30 village
Police arrested 14 demonstrators. -> other:detainee L 14 demonstrator
The krone slid to 10.9 to the dollar. -> price L 10.9 NOK
One dollar cost 10.9 kroner on Monday. -> price L 10.9 NOK
The OBX index shed 1.1 percent. -> price C -1.1 percent ch-1.1
Shares in Equinor closed 2 percent up at 290 kroner. -> price L 290 NOK ch2
Gold fetched $2,340 an ounce. -> price L 2340 USD
Cocoa has more than doubled in price since January. -> price C 2 times ch2x
Copper hovered around $9,800. -> price L 9800 USD
A barrel of Brent went for $82. -> price L 82 USD
The bank held its rate at 4.5 percent. -> other:rate L 4.5 percent
The rate was left at 4.5 percent. -> other:rate L 4.5 percent
Consumer price inflation ran at 4.1 percent in May. -> other:inflation L 4.1 percent
The bank looks for inflation of 3 percent next year. -> other:inflation T 3 percent
Output of the economy shrank by 0.3 percent in the first quarter. -> growth C -0.3 percent ch-0.3
The IMF foresees growth of 2.8 percent. -> growth T 2.8 percent
The economy is projected to expand 2.8 percent. -> growth T 2.8 percent
Net foreign reserves rose to $6.2 billion. -> reserves L 6200000000 USD
Crude inventories dropped by 2 million barrels. -> reserves C -2000000 barrel
Ghana will harvest 600,000 tonnes of cocoa this season. -> production T 600000 t
The wells yield 40,000 barrels a day. -> production L 40000 barrel
The mine dug up 4 million tonnes of ore. -> production L 4000000 t
Norwegians drink 9 kilos of coffee a year. -> consumption L 9 kg
Daily consumption stands at 90,000 barrels. -> consumption L 90000 barrel
Nine out of ten buses are electric. -> share L 90 percent
Cocoa brings in 40 percent of export revenue. -> share L 40 percent
Almost half of the goods come from Norway. -> share L 50 percent
The proportion of women has risen to 41 percent. -> share L 41 percent
Women make up 41 percent of the staff. -> share L 41 percent
Yara has a 30 percent holding in the firm. -> share L 30 percent
Some 60 percent of the road is finished. -> share L 60 percent
The tunnel runs for 14 km under the bay. -> length L 14 km
The fjord is 800 metres deep. -> other:depth L 800 m
The wreck lies at a depth of 60 metres. -> other:depth L 60 m
The peak rises to 3,200 metres. -> other:height L 3200 m
The monument, 12 metres high, cost 4 million cedis. -> other:height L 12 m; cost L 4000000 GHS
The bell weighs 900 kilograms. -> other:weight L 900 kg
The museum covers 4,000 square metres. -> area L 4000 m2
The farm has 600 hectares of land. -> area L 600 ha
The village lies 40 km from Tamale. -> other:distance L 40 km
The turbines, 90 MW in all, were switched on in May. -> capacity L 90 MW
The ship can carry 4,000 tonnes. -> capacity L 4000 t
The stadium has room for 20,000. -> capacity L 20000 person
The stadium, with 20,000 seats, was full. -> capacity L 20000 seat
The plant can make 300 buses a year. -> capacity L 300 bus
A dozen agreements were initialled. -> other:agreement L 12 agreement
The sides put their names to six documents. -> other:document L 6 document
The embassy issued 4,700 visas in 2023. -> other:visa L 4700 visa
The chain has 60 restaurants in Ghana. -> other:restaurant L 60 restaurant
The port handled 900,000 containers last year. -> transit L 900000 container
Norway sent 60 pumps and a team of 20 divers to the flooded town. -> other:aid L 60 pump; other:aid L 20 diver
The firm won an order for 40 buses. -> other:bus L 40 bus
Two ferries a day link the islands. ->
The two countries have been friends for 60 years. ->
Chapter 12 deals with fish. ->
He is 45 years old. ->
The match ended 3-2. ->
The road was closed for three days. ->
He scored 21 points. ->
The minister spoke at 10 a.m. in Room 204. ->
"""
#: Each metric by its family of words.
FAMILIES = """
Oslo will give 15 million euros for clean water in the north of Ghana. -> grant T 15000000 EUR
Norway allocated $8 million for the repair of schools in Tamale. -> grant L 8000000 USD
The Norwegian agency Norad has donated 3 million kroner to the museum. -> grant L 3000000 NOK
Norway is to provide 40 million kroner for vocational training in Ghana in 2025-2027. -> grant T 40000000 NOK
A further $5 million in grants will be made available next year. -> grant T 5000000 USD
The Norwegian side handed over a non-repayable $2 million. -> grant L 2000000 USD
The European Union contributed 12 million euros to the construction of the laboratory. -> grant L 12000000 EUR
Norway promised $3 million in humanitarian aid to the flooded districts. -> other:aid T 3000000 USD
President Nana Akufo-Addo pledged 2 million cedis for the rebuilding of homes. -> other:aid T 2000000 GHS
The government promised 10,000 cedis to the family of each of the dead. -> other:compensation T 10000 GHS
The families of the victims will receive 20,000 cedis each. -> other:compensation T 20000 GHS
The airline will pay $150,000 to the relatives of each victim. -> other:compensation T 150000 USD
Norway sent 30 tonnes of medicines and 12 doctors to the region. -> other:aid L 30 t; other:aid L 12 doctor
The Nordic Investment Bank granted Ghana a loan of 90 million euros. -> loan L 90000000 EUR
The bank signed a 40-million-euro credit agreement with Accra. -> loan L 40000000 EUR
The World Bank approved $200 million in financing for the road. -> loan L 200000000 USD
The bank has agreed to lend $30 million of this amount. -> loan L 30000000 USD
Ghana borrowed $300 million from Norwegian banks in 2022. -> loan L 300000000 USD
The company's turnover reached 3.4 billion kroner in 2023. -> revenue L 3400000000 NOK
The hotel chain earned 40 million euros last year. -> revenue L 40000000 EUR
Equinor posted a loss of $2.1 billion in the first quarter. -> other:loss L 2100000000 USD
Its sales in Ghana rose by 12 percent to 90 million cedis. -> revenue L 90000000 GHS ch12
The film took $3 million at the box office in its first week. -> revenue L 3000000 USD
The bridge cost 12 million euros. -> cost L 12000000 EUR
The new terminal will cost $340 million. -> cost T 340000000 USD
Construction of the school is estimated at 4 million dollars. -> cost T 4000000 USD
The city spent 300,000 cedis on the monument. -> cost L 300000 GHS
Restoration of the fort cost 2.3 million euros, half of it paid by Norway. -> cost L 2300000 EUR; share L 50 percent
The price tag of the pipeline is put at $2 billion. -> cost T 2000000000 USD
The ministry paid 90,000 euros for the portrait. -> cost L 90000 EUR
A night in the hostel costs 30 euros. -> price L 30 EUR
Tuition costs 4,000 euros a year. -> cost L 4000 EUR
The bill for the repairs came to 700,000 euros. -> cost L 700000 EUR
Norwegian firms put $90 million into Ghana's fisheries last year. -> investment L 90000000 USD
Yara will invest 200 million dollars in a fertiliser plant at Tema. -> investment T 200000000 USD
The gross inflow of direct investment from Norway reached $45 million in 2023. -> investment L 45000000 USD
Since 2006 Norwegian investors have poured over $1 billion into the country. -> investment L 1000000000 USD
Foreign direct investment fell by 14 percent to $1.2 billion. -> investment L 1200000000 USD ch-14
In 2023 trade between the two countries came to $310 million. -> trade-turnover L 310000000 USD
Trade between Ghana and Norway has quadrupled since 2015. -> trade-turnover C 4 times ch4x
The countries want to double trade to $600 million by 2028. -> trade-turnover T 600000000 USD ch2x
Mutual trade dropped by a third last year. -> trade-turnover C -33.33 percent ch-33.33
Norway bought cocoa for 30 million euros in 2023. -> imports L 30000000 EUR
Ghana sold Norway 12,000 tonnes of cocoa last year. -> exports L 12000 t
Ghana shipped 90,000 tonnes of bauxite abroad in May. -> exports L 90000 t
Norway is prepared to sell Ghana 200 million cubic metres of gas a year. -> exports T 200000000 m3
Norway supplied 40,000 tonnes of fish to Ghana in 2023. -> exports L 40000 t
Ghana buys 60 percent of its wheat abroad. -> share L 60 percent
Norway is ready to deliver up to 1 million tonnes of oil in 2025. -> exports T 1000000 t
The trade deficit with Norway stood at $22 million. -> other:deficit L 22000000 USD
The port handled 14 million tonnes of cargo in 2023, 6 percent more than in 2022. -> other:cargo L 14000000 t ch6
Railways carried 3.2 million tonnes of freight between the countries. -> other:freight L 3200000 t
The volume of rail freight rose by 9 percent to 5 million tonnes. -> other:freight L 5000000 t ch9
Cargo turnover of the port fell by a fifth. -> other:cargo C -20 percent ch-20
Some 40,000 tonnes of Ghanaian goods went through the port in transit. -> transit L 40000 t
Container transit came to 30,000 TEU. -> transit L 30000 TEU
The airline carried 120,000 passengers on the route last year. -> other:passenger L 120000 passenger
The airport served 3.4 million passengers in 2023, up 11 percent. -> other:passenger L 3400000 passenger ch11
The ferry was carrying 80 people. -> other:passenger L 80 person
Bus services carried 45,000 people in 2023. -> other:passenger L 45000 person
About 130 Norwegian companies work in Ghana. -> companies L 130 company
Close to 40 joint ventures are active in the country. -> companies L 40 joint venture
There are 25 Norwegian enterprises in Accra. -> companies L 25 enterprise
Of 80 Norwegian companies in Accra, 30 are in fishing. -> companies L 80 company; companies L 30 company
The delegation includes representatives of 45 companies. -> companies L 45 company
About 600 Ghanaian students study in Norway. -> students L 600 student
In Norway 600 students from Ghana are enrolled, 80 of them women. -> students L 600 student; students L 80 woman
Norway offers 50 scholarships a year to young Ghanaians. -> scholarships L 50 scholarship
The quota is to be raised to 80 places. -> scholarships T 80 place
The university took in 45 students from Kumasi. -> students L 45 student
Norwegian is studied by 90 pupils at two schools in Accra. -> students L 90 pupil
Last year 23,000 Norwegian tourists visited Ghana. -> tourists L 23000 tourist
Ghana received 1.1 million foreign tourists in 2023, 20% more than in 2022. -> tourists L 1100000 tourist ch20
Some 12,000 holidaymakers came from Norway. -> tourists L 12000 holidaymaker
Around 3,000 Ghanaians live in Norway. -> population L 3000 person
The Ghanaian community of Oslo numbers about 2,500 people. -> population L 2500 person
Tamale, a city of 370,000 people, lies in the north. -> population L 370000 person
The town has 14,000 inhabitants. -> population L 14000 inhabitant
The camp is home to 30,000 refugees. -> population L 30000 refugee
About 5,000 Norwegian citizens live in the country. -> population L 5000 citizen
At least 31 miners died in the collapse. -> casualties L 31 miner
Five people are still missing. -> casualties L 5 person
Twelve people, four of them children, are unaccounted for. -> casualties L 12 person; casualties L 4 child
Six were taken to hospital, two of them in grave condition. -> casualties L 6 person; casualties L 2 person
The death toll rose to 48. -> casualties L 48 person
The explosion killed three workers and wounded eleven. -> casualties L 3 worker; casualties L 11 person
Last year 2,100 people died on the country's roads. -> casualties L 2100 person
Among the dead are three children and two Norwegian tourists. -> casualties L 3 child; casualties L 2 tourist
The quake destroyed 300 houses. -> other:house L 300 house
Some 1,500 people were evacuated. -> other:evacuee L 1500 person
About 900 villagers have been moved to tents. -> other:evacuee L 900 villager
The bus had 50 seats. -> capacity L 50 seat
The mine employs 800 people. -> jobs L 800 person
The plant will create 350 jobs. -> jobs T 350 job
Up to 200 workers will be hired. -> jobs T 200 worker
The company laid off 120 employees. -> jobs L 120 employee
Norway needs 3,000 Ghanaian nurses a year. -> jobs L 3000 nurse
The factory has a workforce of 1,200. -> jobs L 1200 person
Eight documents were signed after the talks. -> other:document L 8 document
Five agreements and three memoranda were signed. -> other:agreement L 5 agreement; other:memorandum L 3 memorandum
The ministers signed seven agreements. -> other:agreement L 7 agreement
The firm won a contract worth 30 million euros. -> other:contract L 30000000 EUR
Kongsberg signed a $20 million contract with the Ghanaian navy. -> other:contract L 20000000 USD
Unemployment fell to 5.2 percent. -> other:unemployment L 5.2 percent
The jobless rate stood at 7 percent in May. -> other:unemployment L 7 percent
The bank left its key rate at 4.5 percent. -> other:rate L 4.5 percent
The economy grew by 3.1 percent in 2023. -> growth C 3.1 percent ch3.1
GDP is expected to grow by 2.8 percent next year. -> growth T 2.8 percent
Ghana's public debt amounts to 83 percent of GDP. -> debt L 83 percent
The krone closed at 10.62 to the dollar. -> price L 10.62 NOK
The cedi weakened to 14.8 per dollar on Monday. -> price L 14.8 GHS
A dollar bought 14.7 cedis on Monday. -> price L 14.7 GHS
The Oslo index lost 1.3 percent on Monday. -> price C -1.3 percent ch-1.3
Shares in Yara rose 2 percent to 310 kroner. -> price L 310 NOK ch2
Brent rose to $82.40 a barrel. -> price L 82.4 USD
Cocoa prices have tripled since January. -> price C 3 times ch3x
A tonne of aluminium cost $2,400. -> price L 2400 USD
Freight rates were 12 percent lower in May than in April. -> price C -12 percent ch-12
Stocks of cocoa in Tema are down by 9 percent on a year ago. -> reserves C -9 percent ch-9
Gold reserves stood at 30 tonnes. -> reserves L 30 t
Ghana's foreign exchange reserves came to $6.1 billion in May. -> reserves L 6100000000 USD
Cocoa accounted for 40 percent of exports. -> share L 40 percent
Norway's share in Ghana's trade is 2 percent. -> share L 2 percent
A quarter of the workers are women. -> share L 25 percent
The fund owns a 15 percent stake in the mine. -> share L 15 percent
Two thirds of the fish goes to Europe. -> share L 66.67 percent
Only 8 percent of schools have a library. -> share L 8 percent
Turnout was 61 percent. -> votes L 61 percent
He won 52.3 percent of the vote. -> votes L 52.3 percent
The bill was passed by 120 votes to 43. -> votes L 120 vote; votes L 43 vote
The mine produced 4 million tonnes of ore in 2023. -> production L 4000000 t
Cocoa output fell by 20 percent to 500,000 tonnes. -> production L 500000 t ch-20
The smelter has a capacity of 200,000 tonnes a year. -> capacity L 200000 t
The plant will produce 40,000 tonnes of fertiliser a year. -> capacity T 40000 t
The hall seats 1,200. -> capacity L 1200 person
A wind farm of 60 MW is to be built near Keta. -> capacity T 60 MW
Ghana consumes 90,000 barrels of oil a day. -> consumption L 90000 barrel
The road is 84 km long. -> length L 84 km
The statue is 3 metres tall and weighs two tonnes. -> other:height L 3 m; other:weight L 2 t
The park covers 40 hectares. -> area L 40 ha
The flood has covered 12,000 hectares of farmland. -> area L 12000 ha
The plot is 3 hectares. -> area L 3 ha
The tunnel is 14 km in length. -> length L 14 km
There are three flights a week between Accra and Oslo. -> flights L 3 flight
The airline will increase flights from four to seven a week. -> flights L 4 flight; flights T 7 flight
Some 400 delegates from 30 countries took part. -> participants L 400 delegate
More than 8,000 fans watched the match. -> participants L 8000 fan
The concert drew 3,000 listeners. -> participants L 3000 listener
About 60 businessmen will accompany the president. -> participants T 60 businessman
Ghana will send 30 athletes to the games. -> participants T 30 athlete
The exhibition was seen by 12,000 visitors. -> participants L 12000 visitor
Fifteen artists from both countries took part in the festival. -> participants L 15 artist
The exhibition shows 80 paintings by Ghanaian artists. -> other:painting L 80 painting
The library received 500 books. -> other:book L 500 book
The chain runs 40 shops in Norway. -> other:shop L 40 shop
Norwegian is taught at 12 universities. -> other:university L 12 university
Police detained 14 people. -> other:detainee L 14 person
Four Ghanaian citizens are serving sentences in Norway. -> other:convict L 4 citizen
The consulate issued 9,000 visas last year. -> other:visa L 9000 visa
Hydro will buy 40 locomotives from the plant. -> other:locomotive T 40 locomotive
The hospital treats 300 patients a day. -> other:patient L 300 patient
The print run is 2,000 copies. -> other:copy L 2000 copy
The minimum wage will rise to 20 cedis a day. -> other:wage T 20 GHS
The average salary is 4,000 euros. -> other:salary L 4000 EUR
The court fined the firm 2 million euros. -> other:fine L 2000000 EUR
Thieves took jewels worth 3 million euros. -> other:jewel L 3000000 EUR
The damage is estimated at 40 million euros. -> other:damage L 40000000 EUR
Workers abroad sent home $300 million in 2023. -> other:remittance L 300000000 USD
A customs duty of 12 percent will be levied on steel. -> tariff T 12 percent
The tax on sugar is 20 percent. -> tax L 20 percent
The budget of the festival is 400,000 euros. -> budget L 400000 EUR
The government has earmarked 50 million cedis for the census. -> budget L 50000000 GHS
The fund, with a capital of $40 million, was set up in 2020. -> other:capital L 40000000 USD
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([Path(folder) for folder in shipped().knowledge])


def short(figure: Figure) -> str:
    told = f"{figure.metric} {figure.kind[0].upper()} {figure.value.normalize():f} {figure.unit}"
    change = figure.change
    if change is None:
        return told
    if change.percent is not None:
        return f"{told} ch{change.percent.normalize():f}"
    return f"{told} ch{change.times.normalize():f}x" if change.times is not None else told


@pytest.mark.parametrize("line", [line for text in (KINDS, WORDINGS, FAMILIES) for line in text.strip().split("\n")])
def test_what_an_amount_is_of(line: str, knowledge: Knowledge) -> None:
    sentence, _, expected = line.partition(" ->")
    document = read_document(PAIR + sentence, knowledge)
    times = resolve_times(document, find_times(document), PUBLISHED)
    figures = read_figures(document, find_places(document, knowledge), times, (), PUBLISHED, knowledge)
    assert "; ".join(short(figure) for figure in figures) == expected.strip()


@pytest.mark.parametrize("text", ["It cost, 5 million euros,", "Two of the", "Trade, $5 million,", "He gave 3 of"])
def test_a_text_may_break_off(text: str, knowledge: Knowledge) -> None:
    document = read_document(text, knowledge)
    read_figures(document, find_places(document, knowledge), (), (), PUBLISHED, knowledge)
